import { within } from '../within.ts'

/**
 * What the network answers; where it fails, answers that its server fails, or takes longer than `patience` milliseconds, what
 * is kept; and where nothing is, whatever the network comes to.
 */
export async function networkFirst(
  network: Promise<Response>,
  patience: number,
  findKept: () => Promise<Response | undefined>,
  isAnswer: (response: Response) => boolean = ({ status }) => status < 500,
): Promise<Response> {
  const answer = await within(network, patience, null)
  if (answer !== null && isAnswer(answer)) return answer
  const kept = await findKept().catch(() => undefined)
  return kept ?? answer ?? network
}
