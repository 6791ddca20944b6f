import type { networkSentences } from '../../../../electron/shared/sentences/network-sentences.ts'

export const network: typeof networkSentences = {
  with_code: ({ reason, code }) => `${reason} (${code})`,

  host_unknown: ({ host }) => `Der Name ${host} ist nicht zu finden.`,
  host_refuses: ({ host }) => `${host} nimmt keine Verbindungen an.`,
  host_unreachable: ({ host }) => `Es führt kein Weg durch das Netz zu ${host}.`,
  host_did_not_pick_up: ({ host }) => `${host} nahm die Verbindung nicht rechtzeitig an.`,
  host_did_not_answer: ({ host }) => `${host} antwortete nicht rechtzeitig.`,
  host_did_not_answer_within: ({ host, seconds }) =>
    `${host} antwortete nicht innerhalb von ${String(seconds)} Sekunden.`,
  connection_cut: ({ host }) => `Die Verbindung zu ${host} brach ab.`,
  request_stopped: 'Intray hat diese Anfrage angehalten.',
  answer_not_http: ({ host }) => `Was ${host} antwortete, ist kein HTTP.`,
  exchange_failed: ({ host }) => `Der Austausch mit ${host} ist gescheitert.`,
  answer_had_begun: ({ status }) => `Eine Antwort mit Status ${String(status)} hatte begonnen.`,

  proxy_address_invalid: 'Die Adresse des Proxys ist nicht zu benutzen.',
  proxy_sign_in: ({ proxy }) => `Der Proxy ${proxy} verlangt eine Anmeldung (407).`,
  proxy_refused: ({ proxy, host, status }) =>
    `Der Proxy ${proxy} lehnte die Verbindung zu ${host} ab (${String(status)}).`,
  proxy_unusable: ({ proxy, reason, code }) =>
    `Der Proxy ${proxy} ist nicht zu benutzen: ${reason} (${code})`,

  certificate_expired: ({ host }) =>
    `Das Zertifikat von ${host} ist abgelaufen, oder das Datum dieses Computers stimmt nicht.`,
  certificate_not_yet_valid: ({ host }) =>
    `Das Zertifikat von ${host} gilt noch nicht, oder das Datum dieses Computers stimmt nicht.`,
  certificate_of_another: ({ names, host }) =>
    `Das Zertifikat gilt für ${names ?? 'einen anderen Namen'}, nicht für ${host}.`,
  certificate_untrusted: ({ host, code }) =>
    `Das Zertifikat von ${host} kommt von einer Stelle, der dieser Computer nicht vertraut. Ein Proxy, der den Verkehr prüft, kann es dort eingesetzt haben. (${code})`,
  certificate_refused: ({ host, code }) => `Das Zertifikat von ${host} wurde nicht angenommen (${code}).`,
  no_safe_connection: ({ host, code }) =>
    `${host} und Intray konnten sich auf keine sichere Verbindung einigen (${code}).`,
}
