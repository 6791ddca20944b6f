/**
 * The form of rules files that this Intray writes, the value of their first key. It grows when an older Intray would
 * misunderstand a newer file.
 */
export const rulesFileForm = 1
