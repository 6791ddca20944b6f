import { messages } from '../messages/current.ts'

/** So many fit into a toast. */
const mostLines = 5

/** What is wrong with a file, a line for each problem: the first ones, and how many more there are. */
export function problemLines(problems: readonly string[]): string {
  const more = problems.length - mostLines
  return [...problems.slice(0, mostLines), ...(more > 0 ? [messages.words.andMore(more)] : [])].join('\n')
}
