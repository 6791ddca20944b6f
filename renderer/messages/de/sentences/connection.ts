import type {
  connectionSentences,
  WayBy,
} from '../../../../electron/shared/sentences/connection-sentences.ts'
import { countInWords } from './wording.ts'

const deciders: Readonly<Record<WayBy, string>> = {
  setting: 'die Einstellung',
  system: 'das System',
  environment: 'die Umgebung',
}

export const connection: typeof connectionSentences = {
  address_is: ({ origin }) => `Die Adresse ist ${origin}.`,
  way_on_this_computer: 'Direkt: Er ist auf diesem Computer.',
  way_taken: ({ by, proxy }) =>
    `${proxy === null ? 'Direkt' : `Über den Proxy ${proxy}`}, wie es ${deciders[by]} sagt.`,
  way_of_unusable_proxy: ({ by, proxy }) =>
    `Den Proxy ${proxy} nennt ${deciders[by]}; diese Art kann Intray nicht benutzen. Stellen Sie bei der Verbindung einen http-Proxy ein.`,
  trust_own_alone: 'Nur den Ausstellern, die Intray mitbringt, wird vertraut.',
  trust_unreadable: 'Die Aussteller, denen das System vertraut, lassen sich hier nicht lesen.',
  trust_of_system: ({ count }) =>
    count === 1
      ? 'Auch einem Aussteller des Systems wird vertraut.'
      : `Auch ${countInWords(count)} Ausstellern des Systems wird vertraut.`,
  host_answers: ({ host }) => `${host} antwortet.`,
  host_is_not_the_endpoint: ({ host, status }) =>
    `${host} antwortet, aber nicht wie der Endpunkt (${String(status)}). Prüfen Sie die Basis-URL.`,
  it_said: ({ words }) => `Die Antwort lautete: ${words}`,
  key_accepted: 'Der Schlüssel wurde angenommen.',
  key_not_entered: 'Es gibt noch keinen Schlüssel. Geben Sie ihn ein.',
  key_not_accepted:
    'Der Schlüssel wurde nicht angenommen (401). Ein Schlüssel gilt nur in einer Umgebung: Prüfen Sie beides.',
  key_may_not_read:
    'Der Schlüssel darf hier keine Entitäten lesen (403). Ihm kann die Berechtigung fehlen, oder er gehört zu einer anderen Organisation.',
  key_untried_too_fast:
    'Der Endpunkt bittet Intray, langsamer zu werden (429); der Schlüssel wurde deshalb nicht geprüft. Versuchen Sie es gleich noch einmal.',
  key_untried_busy:
    'Der Endpunkt ist beschäftigt (423); der Schlüssel wurde deshalb nicht geprüft. Versuchen Sie es gleich noch einmal.',
  key_untried_broken:
    'Der Endpunkt hat einen internen Fehler; der Schlüssel wurde deshalb nicht geprüft. Versuchen Sie es später noch einmal.',
  organisation_asked: ({ name }) =>
    `Der Endpunkt suchte eine Test-Entität in „${name}“. Ein falsch geschriebener Name kann dieselbe Antwort erhalten: Vergleichen Sie ihn.`,
}
