/** What screen readers are told about results that are otherwise only seen. `Announcer.svelte` speaks it. */
class AnnouncerState {
  words = $state('')
  /** Changes with each message, so that the same words twice are said twice. */
  turn = $state(0)

  say(words: string): void {
    this.words = words
    this.turn += 1
  }
}

export const announcer = new AnnouncerState()
