import type { Report } from '../../electron/shared/reports.ts'
import { call } from '../bridge/client.ts'
import { copyText } from '../bridge/clipboard.ts'
import { messages } from '../messages/current.ts'
import { csvForm } from '../messages/locale.ts'
import { toasts } from '../state/toasts.svelte.ts'
import { clipboardTextOf, csvOf, reportGrid } from './report-table.ts'
import { reportsDesk } from './reports-desk.svelte.ts'

const text = messages.reports

/** Taking a report out of the window: as a table, as PDF, on paper. */
class ReportOutput {
  busy = $state(false)

  async copy(report: Report): Promise<void> {
    await copyText(clipboardTextOf(gridOf(report), csvForm))
    toasts.show({ tone: 'success', title: text.copied })
  }

  async saveCsv(report: Report): Promise<void> {
    const suggestedName = `${nameOf(report)}.csv`
    const saving = () => call('shell.saveText', { suggestedName, text: csvOf(gridOf(report), csvForm) })
    await this.#save(saving, text.csvSaved, text.csvNotSaved)
  }

  async savePdf(report: Report): Promise<void> {
    const suggestedName = `${nameOf(report)}.pdf`
    await this.#save(() => call('shell.printToPdf', { suggestedName }), text.pdfSaved, text.pdfNotSaved)
  }

  async #save(saving: () => Promise<{ saved: boolean }>, done: string, failed: string): Promise<void> {
    if (this.busy) return
    this.busy = true
    try {
      const { saved } = await saving()
      if (saved) toasts.show({ tone: 'success', title: done })
    } catch (thrown) {
      toasts.showFailure(thrown, failed)
    } finally {
      this.busy = false
    }
  }
}

export const reportOutput = new ReportOutput()

function gridOf(report: Report): ReturnType<typeof reportGrid> {
  return reportGrid(report, (row) => reportsDesk.labelOf(report.by, row))
}

function nameOf(report: Report): string {
  return text.fileName(report.fromDay, report.toDay, report.by.replace('_', '-'))
}
