import type { StopCode } from '../../shared/error-codes.ts'
import type { ViewName } from '../../shared/views.ts'
/** Title and text of a notification. */
export interface NoticeWords {
  readonly title: string
  readonly body: string
}

type MenuWord =
  | 'file'
  | 'close'
  | 'quit'
  | 'edit'
  | 'undo'
  | 'redo'
  | 'cut'
  | 'copy'
  | 'paste'
  | 'selectAll'
  | 'view'
  | 'zoomIn'
  | 'zoomOut'
  | 'resetZoom'
  | 'fullScreen'
  | 'window'
  | 'minimise'
  | 'about'
  | 'services'
  | 'hide'
  | 'hideOthers'
  | 'showAll'

/** Everything that the shell says by itself. A further language is one more object of this type. */
export interface ShellWords {
  readonly menu: Readonly<Record<MenuWord, string>>
  readonly views: Readonly<Record<ViewName, string>>
  readonly tray: {
    readonly open: string
    readonly pause: string
    readonly resume: string
    readonly review: (count: number) => string
    readonly problems: (count: number) => string
    readonly uploads: (count: number) => string
    readonly calm: string
    readonly paused: string
    readonly stopped: string
  }
  readonly notices: {
    readonly problems: (count: number) => NoticeWords
    /** `code`: null where only a person can have stopped them. */
    readonly uploadsStopped: (code: StopCode | null) => NoticeWords
    readonly uploadsResumed: NoticeWords
    readonly test: NoticeWords
    readonly finished: (count: number) => NoticeWords
  }
  readonly dialogs: Readonly<
    Record<'everyFile' | 'table' | 'jsonLines' | 'bundle' | 'text' | 'addFiles', string>
  >
  readonly drop: {
    /** Why something that was dragged from another program cannot be taken. */
    readonly noPath: string
  }
  readonly pageGone: Readonly<Record<'message' | 'detail' | 'reload' | 'close', string>>
}
