/** Commands that stand together on the sheet of keys. */
export interface KeySheetGroup<Command extends string> {
  readonly heading: 'deciding' | 'moving' | 'editing'
  readonly commands: readonly Command[]
}
