import { endingOf, markedScan } from './mixed-scans.ts'
import type { ScanForms, ScanKind } from './mixed-scans.ts'

/** What the person who looks at a scan decides about it. */
export type Intent =
  | { readonly kind: 'approve' | 'reject' | 'request_rescan' | 'send_smaller' }
  /** Too pale to be judged before its contrast is raised. */
  | { readonly kind: 'approve_faint' }
  /** Its name says nothing; the document does. */
  | { readonly kind: 'name'; readonly entityId: string; readonly mediaType: string }

export interface DayScan {
  readonly name: string
  readonly bytes: Buffer
  readonly intent: Intent
}

/** A hundred scans as they come in one morning, by kind; three quarters of them well named and sound. */
const sound: Readonly<Partial<Record<ScanKind, number>>> = {
  photo: 20,
  selfie: 5,
  png: 9,
  pdf: 12,
  tiff: 4,
  pages: 6,
  gif: 2,
  raw: 2,
  eps: 2,
  text: 3,
  mp4: 2,
  mov: 1,
  mkv: 1,
  avi: 1,
  wmv: 1,
}

/** As scanners, cameras and people name them. */
const badNames = [
  ['Scan_0001.jpg', 'photo'],
  ['Scan_0002.jpg', 'photo'],
  ['IMG-2041.png', 'png'],
  ['doc20261123.pdf', 'pdf'],
  ['Passport Miller new.jpg', 'selfie'],
  ['0007.tif', 'pages'],
  ['bill (2).pdf', 'pdf'],
  ['WhatsApp Video.mp4', 'mp4'],
] as const

/** The scans of a day; the repeats come when the others are there. `share` of 1 makes a hundred. */
export function mixedDay(
  forms: ScanForms,
  share: number,
): { readonly scans: readonly DayScan[]; readonly repeats: readonly DayScan[] } {
  const scans: DayScan[] = []
  const add = (name: string, bytes: Buffer, intent: Intent): void => {
    scans.push({ name, bytes, intent })
  }
  const some = (count: number): number => Math.max(1, Math.round(count * share))
  const entity = (): string => `cust-${20_000 + scans.length}`
  const marked = (kind: ScanKind): Buffer => markedScan(forms.of(kind), String(scans.length))
  for (const [kind, count] of Object.entries(sound) as [ScanKind, number][]) {
    for (let number = 0; number < some(count); number += 1) {
      add(`${entity()}_${endingOf(kind)}`, marked(kind), { kind: 'approve' })
    }
  }
  for (let number = 0; number < some(4); number += 1) {
    add(`${entity()}_${endingOf('faint')}`, marked('faint'), { kind: 'approve_faint' })
  }
  for (const [name, kind] of badNames.slice(0, some(badNames.length))) {
    const mediaType = kind === 'mp4' ? 'liveness' : kind === 'photo' ? 'id front' : 'letter'
    add(name, marked(kind), { kind: 'name', entityId: entity(), mediaType })
  }
  for (let number = 0; number < some(4); number += 1) {
    add(`${entity()}_${endingOf('oversized')}`, marked('oversized'), { kind: 'send_smaller' })
  }
  for (let number = 0; number < some(3); number += 1) {
    const kind = number % 2 === 0 ? 'damagedPicture' : 'damagedDocument'
    add(`${entity()}_${endingOf(kind)}`, marked(kind), { kind: 'request_rescan' })
  }
  for (let number = 0; number < some(3); number += 1) {
    add(`${entity()}_passport.jpg`, marked('png'), { kind: 'approve' })
  }
  add('cust-99999_passport.jpg', marked('photo'), { kind: 'reject' })
  add('cust-90001_id_front.jpg', marked('photo'), { kind: 'reject' })
  return { scans: shuffled(scans), repeats: repeatsOf(scans, some) }
}

/** Other names of the same side: what is scanned twice is seldom called the same. */
const sameSide = ['idf', 'id', 'id_card']

/** Contents that are there already: of the same entity, and of others. */
function repeatsOf(scans: readonly DayScan[], some: (count: number) => number): readonly DayScan[] {
  const [first, second] = scans
  if (first === undefined || second === undefined) throw new Error('There are no scans to repeat.')
  const intent = { kind: 'reject' } as const
  return [
    ...sameSide
      .slice(0, some(sameSide.length))
      .map((side) => ({ name: first.name.replace('id_front', side), bytes: first.bytes, intent })),
    ...Array.from({ length: some(2) }, (_, number) => ({
      name: `cust-${30_000 + number}_id_front.jpg`,
      bytes: second.bytes,
      intent,
    })),
  ]
}

/** In an order that follows no kind, the same in each run. */
function shuffled(scans: readonly DayScan[]): readonly DayScan[] {
  const placed = scans.map((scan, index) => ({ scan, place: (index * 61) % scans.length }))
  return placed.sort((one, other) => one.place - other.place).map(({ scan }) => scan)
}
