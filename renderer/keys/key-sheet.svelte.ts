/** Whether the sheet of keys is open. Every view has the same sheet, with its own keys on it. */
class KeySheetState {
  open = $state(false)
}

export const keySheet = new KeySheetState()
