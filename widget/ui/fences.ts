/** The beginning of code between fences (CommonMark, 4.5), also in a quotation or an item. */
const fence = /^([ \t>]*)(`{3,}(?!.*`)|~{3,})/

/** Code that was begun: by which sign, and whether within a quotation, with which it ends as well. */
export interface Code {
  sign: string
  quoted: boolean
}

export const codeBegunBy = (line: string): Code | undefined => {
  const [, lead = '', sign] = fence.exec(line) ?? []
  return sign ? { sign, quoted: lead.includes('>') } : undefined
}

/** What of code goes on into a line: that of a quotation ends with it. */
export const codeInto = (line: string, code: Code | undefined): Code | undefined =>
  code?.quoted && !line.trimStart().startsWith('>') ? undefined : code

export const endsCode = (line: string, { sign }: Code): boolean => {
  const said = line.replace(/^[ \t>]+/, '').trimEnd()
  return said.startsWith(sign) && said === sign[0]!.repeat(said.length)
}

/** Whether a line stands in code, of a text that is before it. */
export const isInCode = (before: string, line: string): boolean => {
  let code: Code | undefined
  for (const one of before.split('\n')) {
    const open = codeInto(one, code)
    if (!open) code = codeBegunBy(one)
    else code = endsCode(one, open) ? undefined : open
  }
  return !!codeInto(line, code)
}
