import type { Command } from 'commander'
import type { Invocation } from './invocation.ts'

/** Does the work of one command and remembers how it ended. Words for every failure. */
export type Perform = (command: Command, work: (invocation: Invocation) => Promise<number>) => Promise<void>
