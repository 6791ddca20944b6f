import { countOf } from './plural.ts'

const files = (count: number) => countOf(count, 'file', 'files')
const eachByItself = 'Each file is done or held by itself, and the result names every one.'
const canBeTakenBack = 'You can take it back until it is sent.'

/** One fix for all files that are held for the same reason. */
export const fixes = {
  accept_repair: {
    label: 'Make smaller',
    title: (count: number) => `Make ${files(count)} smaller?`,
    words: `Each is sent as a smaller picture; the originals are not touched. ${eachByItself}`,
    confirm: (count: number) => `Make ${files(count)} smaller`,
    done: (count: number) => `${files(count)} made smaller`,
    failed: 'Nothing was made smaller',
  },
  retry: {
    label: 'Try again',
    title: (count: number) => `Try ${files(count)} again?`,
    words: `They are sent once more as they are. ${eachByItself}`,
    confirm: (count: number) => `Try ${files(count)} again`,
    done: (count: number) => `${files(count)} sent again`,
    failed: 'Nothing is sent again',
  },
  look_up: {
    label: 'Look up at the endpoint',
    title: (count: number) => `Look ${files(count)} up?`,
    words: `Intray asks the endpoint for each. What arrived counts as uploaded; what surely did not is sent again; the others stay here. ${eachByItself}`,
    confirm: (count: number) => `Look ${files(count)} up`,
    done: (count: number) => `${files(count)} looked up`,
    failed: 'Nothing was looked up',
  },
  arrived: {
    label: 'They arrived',
    title: (count: number) => `Are you sure that ${files(count)} arrived?`,
    words: 'They count as uploaded from now on. Say how you know.',
    confirm: (count: number) => `${files(count)} arrived`,
    done: (count: number) => `${countOf(count, 'file counts', 'files count')} as uploaded`,
    failed: 'Nothing was settled',
  },
  send_again: {
    label: 'Send again',
    title: (count: number) => `Send ${files(count)} once more?`,
    words:
      'What did arrive after all would be at the endpoint twice, and none can be taken back. Say how you know.',
    confirm: (count: number) => `Send ${files(count)} again`,
    done: (count: number) => `${files(count)} sent again`,
    failed: 'Nothing is sent again',
  },
  look_up_entity: {
    label: 'Look the entities up',
    title: (count: number) => `Look up the entities of ${files(count)}?`,
    words: `Intray asks the endpoint for the entity of each. Those that it knows by now go on by themselves. ${eachByItself}`,
    confirm: (count: number) => `Look up ${files(count)}`,
    done: (count: number) => `Entities of ${files(count)} looked up`,
    failed: 'Nothing was looked up',
  },
  set_entity: {
    label: 'Set the entity',
    title: (count: number) => `Set the entity of ${files(count)}?`,
    words: `All of them get the same entity. Look at them first if you are not sure. ${canBeTakenBack}`,
    confirm: (count: number) => `Set it for ${files(count)}`,
    done: (count: number) => `Entity of ${files(count)} set`,
    failed: 'No entity was set',
  },
  set_media_type: {
    label: 'Set the media type',
    title: (count: number) => `Set the media type of ${files(count)}?`,
    words: `All of them get the same media type. ${canBeTakenBack}`,
    confirm: (count: number) => `Set it for ${files(count)}`,
    done: (count: number) => `Media type of ${files(count)} set`,
    failed: 'No media type was set',
  },
  upload_anyway: {
    label: 'Upload anyway',
    title: (count: number) => `Upload ${files(count)} all the same?`,
    words: `What was found is set aside. ${canBeTakenBack}`,
    confirm: (count: number) => `Upload ${files(count)}`,
    done: (count: number) => `${files(count)} approved`,
    failed: 'Nothing was approved',
  },
  request_rescan: {
    label: 'Ask for new scans',
    title: (count: number) => `Ask for ${countOf(count, 'new scan', 'new scans')}?`,
    words:
      'The files are rejected, and a slip with the reason is put into the sub-folder “rescan” of each folder.',
    confirm: (count: number) => `Ask for ${countOf(count, 'new scan', 'new scans')}`,
    done: (count: number) => `${countOf(count, 'new scan', 'new scans')} asked for`,
    failed: 'No new scan was asked for',
  },
  reject: {
    label: 'Reject',
    title: (count: number) => `Reject ${files(count)}?`,
    words: 'They stay in their folders and are never uploaded. You can take this back.',
    confirm: (count: number) => `Reject ${files(count)}`,
    done: (count: number) => `${files(count)} rejected`,
    failed: 'Nothing was rejected',
  },
}
