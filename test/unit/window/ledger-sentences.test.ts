import { describe, expect, it } from 'vitest'
import { proveAnchors } from '../../../electron/engine/evidence/anchor-proof.ts'
import { say } from '../../../electron/shared/sentences/say.ts'
import { putIntoWords } from '../../../electron/shared/sentences/told.ts'
import { sentences as german } from '../../../renderer/messages/de/sentences.ts'

describe('what is wrong with a ledger', () => {
  it('is told in German of anchors that its chain does not hold', async () => {
    const ledger = {
      id: 'x',
      hashOf: (seq: number) => Promise.resolve(seq === 1 ? 'other' : null),
      listRestores: () => Promise.resolve([{ seq: 9, keptSeq: 3, atMs: 5 }]),
      listAnchors: () => Promise.resolve([{ ledgerId: 'x', seq: 3, hash: 'hash', atMs: 0 }]),
    }
    const anchors = [1, 2, 4].map((seq) => ({ ledgerId: 'x', seq, hash: 'hash', atMs: 0 }))
    const { faults } = await proveAnchors(ledger, anchors)
    expect(faults.map(({ said }) => putIntoWords(said, german))).toEqual([
      'Ereignis 1, das am 01.01.1970, 00:00 UTC verankert wurde, hat eine andere Prüfsumme: Der Verlauf wurde neu gemacht.',
      'Ereignis 2, das am 01.01.1970, 00:00 UTC verankert wurde, ist nicht mehr da.',
      'Ereignis 4, das am 01.01.1970, 00:00 UTC verankert wurde, ging verloren, als das Journal wiederhergestellt wurde (Ereignis 9). ' +
        'Im Journal ist es nicht mehr zu finden: Bewahren Sie diese Ankerdatei mit dem auf, was damals beiseitegelegt wurde, und wählen Sie eine neue.',
      'Der Anker von Ereignis 3, geschrieben am 01.01.1970, 00:00 UTC, steht nicht in der Ankerdatei: Seine Zeile wurde entfernt oder verändert, oder damals war eine andere Datei in Gebrauch.',
    ])
  })

  it.each([
    [
      say('item_differs', { itemId: 7, keys: ['entityId', 'state'] }),
      'Item 7 differs from its last event in entityId, state.',
      'Datei 7 weicht von ihrem letzten Ereignis ab: entityId, state.',
    ],
    [
      say('backup_needs_room', { sizeBytes: 2_500_000, freeBytes: 900 }),
      'A backup needs 2.5 MB (2,500,000 bytes); 900 bytes are free.',
      'Eine Sicherung braucht 2,5 MB (2.500.000 Bytes); frei sind 900 Bytes.',
    ],
    [
      say('count_wrong', { state: 'awaiting_review', name: 'inbox' }),
      'The count of “Awaiting review” in folder “inbox” is wrong.',
      'Die Zahl der Dateien „Wartet auf Prüfung“ im Ordner „inbox“ stimmt nicht.',
    ],
    [
      say('ledger_newer', { version: 9, newest: 4 }),
      'The ledger has version 9; this Intray knows 4.',
      'Das Journal hat Version 9; dieses Intray kennt 4.',
    ],
  ])('is told in both languages: %j', ({ words, said }, english, inGerman) => {
    expect([words, putIntoWords(said, german)]).toEqual([english, inGerman])
  })
})
