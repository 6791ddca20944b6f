/** What becomes of a column when the item that it tells of is erased: how its words go, or why they stay. */
export type ColumnFate = { readonly erased: string } | { readonly kept: string }

type TextColumns = Readonly<Record<string, Readonly<Record<string, ColumnFate>>>>

const code: ColumnFate = { kept: 'a code or a state of a closed list' }
const contentHash: ColumnFate = { kept: 'proves which content it was, and does not tell it' }
const person: ColumnFate = { kept: 'who decided: an auditor must be able to ask' }
const folder: ColumnFate = { kept: 'the id of a watched folder; reports count by it' }
const overwritten: ColumnFate = { erased: 'overwritten with the item' }
const ofItsFile: ColumnFate = {
  erased: 'with the row: when the item that was read with it is erased and its index file is gone',
}
const rule: ColumnFate = { kept: 'rules are the organisation’s own; examples in them are theirs to choose' }

/** Every column of the ledger that can hold a text. What holds none, numbers alone, says nothing of a person. */
export const textColumns = {
  ledger_facts: {
    name: { kept: 'names a fact by the number of an item or the id of a folder' },
    value: { erased: '`unsplit:` and `archiving:` of the item; every other fact tells of no item' },
  },
  folders: { id: folder, path: { kept: 'where a watched folder is; reports name it' } },
  items: {
    folder_id: folder,
    path: overwritten,
    read_path: overwritten,
    file_key: overwritten,
    state: code,
    sha256: contentHash,
    family: code,
    entity_id: overwritten,
    media_type: { kept: 'reports count by it' },
    read_by: code,
    rule_id: rule,
    findings: { erased: 'their evidence; codes and severities stay' },
    reason: overwritten,
    reason_said: overwritten,
    failure_code: code,
    failure_detail: overwritten,
    failure_said: overwritten,
    role: code,
    fields: overwritten,
    reading: overwritten,
    waits_for: code,
    rescan_slip: overwritten,
    rescan_state: code,
    archived_to: { erased: 'overwritten with the item; that it went to the trash stays' },
    gap_check: code,
    first_approval_by: person,
    repair: { kept: 'hashes, sizes and the recipe of a smaller form' },
  },
  item_counts: { folder_id: folder, state: code },
  attempts: {
    url: overwritten,
    body_form: code,
    sent_name: overwritten,
    entity_id: overwritten,
    media_type: { kept: 'reports count by it' },
    sha256: contentHash,
    outcome: code,
    answer_code: code,
    answer_message: overwritten,
    fields: overwritten,
    request_id: { kept: 'the endpoint’s own number of the request, by which its log is asked' },
  },
  audit_events: {
    actor: person,
    kind: code,
    data: { erased: 'overwritten; events that tell of no single item keep theirs' },
    data_hash: contentHash,
    hash: contentHash,
  },
  rule_sets: { definition: rule, rule_versions: rule, actor: person },
  entity_checks: {
    entity_id: { erased: 'with the row, when the last item of the entity is erased' },
    result: code,
  },
  index_files: {
    folder_id: folder,
    path: { erased: 'with the row, when the index file’s own item is erased' },
    directory: { erased: 'with the row, when the index file’s own item is erased' },
    kind: code,
    encoding: code,
    delimiter: { kept: 'one character' },
    columns: { erased: 'with the row, when the index file’s own item is erased' },
  },
  index_rows: {
    folder_id: folder,
    index_path: ofItsFile,
    file: ofItsFile,
    file_key: ofItsFile,
    entity_id: ofItsFile,
    media_type: ofItsFile,
    side: code,
    fields: ofItsFile,
    problem: ofItsFile,
    problem_said: ofItsFile,
    values_hash: ofItsFile,
    used_hash: ofItsFile,
  },
  item_marks: { kind: code, value: { kept: 'codes, and who decided' } },
  item_notes: { words: { erased: 'codes and who decided stay; words of failures go' } },
  item_decisions: { decided_by: person },
  split_pages: {
    folder_id: folder,
    path: { erased: 'with the row' },
    sha256: contentHash,
  },
} as const satisfies TextColumns
