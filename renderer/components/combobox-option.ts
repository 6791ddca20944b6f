/** One line of a combobox's list. */
export interface ComboboxOption {
  readonly value: string
  readonly label: string
  /** Further text that finds the option. */
  readonly keywords?: readonly string[]
}
