/** Commands that stand together on the sheet of keys. */
export interface KeySheetGroup<Command extends string> {
  readonly heading: 'deciding' | 'moving' | 'marking' | 'editing' | 'picture'
  readonly commands: readonly Command[]
}
