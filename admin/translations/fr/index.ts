import compose from '../../../widget/translations/fr/compose.ts'
import images from '../../../widget/translations/fr/images.ts'
import type { Catalog } from '../en/index.ts'
import { account } from './account.ts'
import { acts } from './acts.ts'
import { audit } from './audit.ts'
import { common } from './common.ts'
import { errors } from './errors.ts'
import { feedback } from './feedback.ts'
import { keys } from './keys.ts'
import { limits } from './limits.ts'
import { mailbox } from './mailbox.ts'
import { members } from './members.ts'
import { news } from './news.ts'
import { openId } from './openid.ts'
import { outbox } from './outbox.ts'
import { reports } from './reports.ts'
import { roadmap } from './roadmap.ts'
import { ruling } from './ruling.ts'
import { segments } from './segments.ts'
import { settings } from './settings.ts'
import { palette, shell, shortcuts } from './shell.ts'
import { signIn } from './sign_in.ts'
import { signOn } from './sign_on.ts'
import { thread } from './thread.ts'
import { upkeep } from './upkeep.ts'

export const fr: Catalog = {
  account,
  acts,
  audit,
  common,
  compose,
  errors,
  feedback,
  images,
  keys,
  limits,
  mailbox,
  members,
  news,
  openId,
  outbox,
  palette,
  reports,
  roadmap,
  ruling,
  segments,
  settings,
  shell,
  shortcuts,
  signIn,
  signOn,
  thread,
  upkeep,
}
