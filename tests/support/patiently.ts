/** Asks again where the server has too much to do at the moment (503), as its `Retry-After` tells a program to. */
export async function patiently<Told extends { status: number }>(ask: () => Promise<Told>): Promise<Told> {
  for (let turn = 0; ; turn++) {
    const answer = await ask()
    if (answer.status !== 503 || turn === 20) return answer
    await new Promise((done) => setTimeout(done, 500))
  }
}
