import type * as english from '../en/settings-network.ts'

export const network: typeof english.network = {
  heading: 'Weg zum Endpunkt',
  words: 'Der Verbindungstest sagt, welcher Weg genommen wird.',
  proxy: 'Proxy',
  proxies: {
    system: {
      label: 'Wie in diesem System eingestellt',
      description: 'Seine Proxy-Einstellungen, auch durch ein PAC-Skript.',
    },
    none: { label: 'Keiner', description: 'Geradewegs zum Endpunkt, was auch das System sagt.' },
    address: { label: 'Dieser Proxy', description: 'Jeder Aufruf geht über die Adresse unten.' },
  },
  address: 'Adresse des Proxys',
  addressHint: 'Etwa http://proxy.example:3128, ohne Benutzernamen.',
  certificates: 'Den Zertifikaten dieses Systems vertrauen',
  certificatesHint:
    'Nötig, wo ein Proxy der Firma den Verkehr mitliest. Den Ausstellern, die Intray mitbringt, wird immer vertraut.',
}

export const schedule: typeof english.schedule = {
  heading: 'Zeitplan',
  enabled: 'Nur zu bestimmten Zeiten senden',
  enabledHint: 'Dateien, die zu anderen Zeiten freigegeben werden, warten. Was unterwegs ist, wird beendet.',
  from: 'Von',
  to: 'Bis',
  nextDay: 'Am nächsten Tag.',
  sameDay: 'Am selben Tag.',
  days: 'Tage, an denen es beginnt',
  dayNames: ['So', 'Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa'],
}
