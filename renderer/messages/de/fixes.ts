import type { fixes as english } from '../en/fixes.ts'
import { countOf } from './plural.ts'

const files = (count: number): string => countOf(count, 'Datei', 'Dateien')
const scans = (count: number): string => countOf(count, 'neuen Scan', 'neue Scans')
const eachByItself =
  'Jede Datei wird für sich erledigt oder zurückgehalten, und das Ergebnis nennt jede einzelne.'
const canBeTakenBack = 'Sie können das zurücknehmen, bis gesendet wird.'

export const fixes: typeof english = {
  accept_repair: {
    label: 'Verkleinern',
    title: (count: number) => `${files(count)} verkleinern?`,
    words: `Jede wird als kleineres Bild gesendet; die Originale bleiben unberührt. ${eachByItself}`,
    confirm: (count: number) => `${files(count)} verkleinern`,
    done: (count: number) => `${files(count)} verkleinert`,
    failed: 'Es wurde nichts verkleinert',
  },
  retry: {
    label: 'Noch einmal senden',
    title: (count: number) => `${files(count)} noch einmal senden?`,
    words: `Sie werden noch einmal gesendet, wie sie sind. ${eachByItself}`,
    confirm: (count: number) => `${files(count)} noch einmal senden`,
    done: (count: number) => `${files(count)} noch einmal gesendet`,
    failed: 'Es wird nichts noch einmal gesendet',
  },
  look_up: {
    label: 'Beim Endpunkt nachsehen',
    title: (count: number) => `Nach ${countOf(count, 'Datei', 'Dateien')} sehen?`,
    words: `Intray fragt den Endpunkt nach jeder. Was ankam, gilt als hochgeladen; was sicher nicht ankam, wird noch einmal gesendet; die anderen bleiben hier. ${eachByItself}`,
    confirm: (count: number) => `Nach ${countOf(count, 'Datei', 'Dateien')} sehen`,
    done: (count: number) => `Nach ${countOf(count, 'Datei', 'Dateien')} gesehen`,
    failed: 'Es wurde nichts nachgesehen',
  },
  arrived: {
    label: 'Angekommen',
    title: (count: number) =>
      `Sind Sie sicher, dass ${countOf(count, 'Datei angekommen ist', 'Dateien angekommen sind')}?`,
    words: 'Sie gelten von jetzt an als hochgeladen. Sagen Sie, woher Sie es wissen.',
    confirm: (count: number) => `${files(count)} angekommen`,
    done: (count: number) => `${countOf(count, 'Datei gilt', 'Dateien gelten')} als hochgeladen`,
    failed: 'Es wurde nichts geklärt',
  },
  send_again: {
    label: 'Noch einmal senden',
    title: (count: number) => `${files(count)} noch einmal senden?`,
    words:
      'Was doch angekommen ist, wäre beim Endpunkt zweimal, und keines lässt sich zurückholen. Sagen Sie, woher Sie es wissen.',
    confirm: (count: number) => `${files(count)} noch einmal senden`,
    done: (count: number) => `${files(count)} noch einmal gesendet`,
    failed: 'Es wird nichts noch einmal gesendet',
  },
  look_up_entity: {
    label: 'Nach den Entitäten sehen',
    title: (count: number) => `Nach den Entitäten von ${countOf(count, 'Datei', 'Dateien')} sehen?`,
    words: `Intray fragt den Endpunkt nach der Entität jeder Datei. Was er inzwischen kennt, geht von selbst weiter. ${eachByItself}`,
    confirm: (count: number) => `Für ${files(count)} nachsehen`,
    done: (count: number) => `Nach den Entitäten von ${countOf(count, 'Datei', 'Dateien')} gesehen`,
    failed: 'Es wurde nichts nachgesehen',
  },
  set_entity: {
    label: 'Entität setzen',
    title: (count: number) => `Die Entität von ${countOf(count, 'Datei', 'Dateien')} setzen?`,
    words: `Alle bekommen dieselbe Entität. Sehen Sie sie zuerst an, wenn Sie nicht sicher sind. ${canBeTakenBack}`,
    confirm: (count: number) => `Für ${files(count)} setzen`,
    done: (count: number) => `Entität von ${countOf(count, 'Datei', 'Dateien')} gesetzt`,
    failed: 'Es wurde keine Entität gesetzt',
  },
  set_media_type: {
    label: 'Medientyp setzen',
    title: (count: number) => `Den Medientyp von ${countOf(count, 'Datei', 'Dateien')} setzen?`,
    words: `Alle bekommen denselben Medientyp. ${canBeTakenBack}`,
    confirm: (count: number) => `Für ${files(count)} setzen`,
    done: (count: number) => `Medientyp von ${countOf(count, 'Datei', 'Dateien')} gesetzt`,
    failed: 'Es wurde kein Medientyp gesetzt',
  },
  upload_anyway: {
    label: 'Trotzdem hochladen',
    title: (count: number) => `${files(count)} trotzdem hochladen?`,
    words: `Der Befund wird beiseitegesetzt. ${canBeTakenBack}`,
    confirm: (count: number) => `${files(count)} hochladen`,
    done: (count: number) => `${files(count)} freigegeben`,
    failed: 'Es wurde nichts freigegeben',
  },
  request_rescan: {
    label: 'Um neue Scans bitten',
    title: (count: number) => `Um ${scans(count)} bitten?`,
    words:
      'Die Dateien werden abgelehnt, und ein Zettel mit dem Grund kommt in den Unterordner „rescan“ jedes Ordners.',
    confirm: (count: number) => `Um ${scans(count)} bitten`,
    done: (count: number) => `Um ${scans(count)} gebeten`,
    failed: 'Um keinen neuen Scan wurde gebeten',
  },
  reject: {
    label: 'Ablehnen',
    title: (count: number) => `${files(count)} ablehnen?`,
    words: 'Sie bleiben in ihren Ordnern und werden nie hochgeladen. Sie können das zurücknehmen.',
    confirm: (count: number) => `${files(count)} ablehnen`,
    done: (count: number) => `${files(count)} abgelehnt`,
    failed: 'Es wurde nichts abgelehnt',
  },
}
