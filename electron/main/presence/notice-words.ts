import { isStopCode } from '../../shared/error-codes.ts'
import type { ViewName } from '../../shared/views.ts'
import type { NoticeWords, ShellWords } from '../words/shell-words.ts'
import type { Notice } from './notices.ts'

/** What a notice says, and the view that tells more. */
export interface NoticeLook extends NoticeWords {
  readonly view: ViewName
}

export function noticeLook(notice: Notice, { notices }: ShellWords): NoticeLook {
  switch (notice.kind) {
    case 'problems':
      return { ...notices.problems(notice.count), view: 'problems' }
    case 'uploads_stopped': {
      const { code } = notice.failure ?? {}
      const stop = code !== undefined && isStopCode(code) ? code : null
      return { ...notices.uploadsStopped(stop), view: 'uploads' }
    }
    case 'uploads_resumed':
      return { ...notices.uploadsResumed, view: 'uploads' }
    case 'finished':
      return { ...notices.finished(notice.count), view: 'uploads' }
  }
}
