/**
 * A PDF out of numbered objects, the first of them the catalogue, with a cross-reference table.
 * @param {string[]} objects
 * @param {{ head?: string }} [form] `head` stands before the header, as in files with a preamble
 * @returns {Buffer}
 */
export function makePdf(objects, { head = '' } = {}) {
  let text = `${head}%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n`
  const offsets = objects.map((object, index) => {
    const offset = text.length - head.length
    text += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = text.length - head.length
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** The objects of one page of plain text. @param {string} words @param {string} [extra] more entries of the catalogue */
export function pageObjects(words, extra = '') {
  const content = `BT /F1 18 Tf 30 150 Td (${words}) Tj ET`
  return [
    `<< /Type /Catalog /Pages 2 0 R ${extra}>>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
}
