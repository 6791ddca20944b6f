import type { ErrorCode } from '../../shared/error-codes.ts'

/** How the command ends, for scripts. From 64 on they follow BSD's sysexits.h. */
export const exitCodes = {
  done: 0,
  /** Something needs a person, or was refused. */
  needsPerson: 1,
  usage: 2,
  /** A file that was given holds mistakes. */
  badInput: 65,
  noInput: 66,
  unexpected: 70,
  lockedOrUncreatable: 73,
  ledgerFailed: 74,
  /** Not all is done, and another run may do it. */
  unfinished: 75,
  notSetUp: 78,
} as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** 128 and the signal's number, as shells have it. */
export const signalExitCodes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

const byFailure: Partial<Record<ErrorCode, ExitCode>> = {
  command_invalid: exitCodes.usage,
  profile_unknown: exitCodes.usage,
  rules_file_refused: exitCodes.badInput,
  examples_refused: exitCodes.badInput,
  ledger_missing: exitCodes.noInput,
  ledger_locked: exitCodes.lockedOrUncreatable,
  output_unwritable: exitCodes.lockedOrUncreatable,
  simulator_not_started: exitCodes.lockedOrUncreatable,
  ledger_from_future: exitCodes.ledgerFailed,
  ledger_damaged: exitCodes.ledgerFailed,
  ledger_unwritable: exitCodes.ledgerFailed,
  disk_full: exitCodes.ledgerFailed,
  settings_invalid: exitCodes.notSetUp,
  key_file_refused: exitCodes.notSetUp,
  unexpected: exitCodes.unexpected,
}

/** The exit code of a command that ended with this failure. */
export function exitCodeOfFailure(code: ErrorCode): ExitCode {
  return byFailure[code] ?? exitCodes.needsPerson
}
