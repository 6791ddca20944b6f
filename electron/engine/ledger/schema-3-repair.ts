/** Pages that are split off and have no item yet, and the forms that must not be dropped. */
export const repairSchema = `
CREATE INDEX items_repaired ON items (id) WHERE repair IS NOT NULL;
-- A page is written into its folder under this path; the row goes when the page has become an item.
CREATE TABLE split_pages (
  item_id    INTEGER NOT NULL REFERENCES items (id),
  number     INTEGER NOT NULL,
  folder_id  TEXT NOT NULL,
  path       TEXT NOT NULL,
  sha256     TEXT NOT NULL,
  is_written INTEGER NOT NULL DEFAULT 0 CHECK (is_written IN (0, 1)),
  PRIMARY KEY (item_id, number)
) STRICT;
CREATE INDEX split_pages_path ON split_pages (folder_id, path);
`
