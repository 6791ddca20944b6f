import { say } from '../../../shared/sentences/say.ts'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'
import { foldHeading } from './heading-words.ts'
import { isList, sidecarProblem, tooDeep } from './sidecar-entries.ts'
import type { SidecarContent, SidecarEntry } from './sidecar-entries.ts'

interface XmlElement {
  readonly [name: string]: XmlNode
}
type XmlNode = string | XmlElement | readonly XmlNode[]

const nodeSchema: z.ZodType<XmlNode> = z.lazy(() =>
  z.union([z.string(), z.array(nodeSchema), z.record(z.string(), nodeSchema)]),
)

const attributeMark = '@'
const textName = '#text'

/** Every value stays the text that it is. Declared entities are refused before; those of XML itself are read. */
const parserOptions = {
  ignoreAttributes: false,
  attributeNamePrefix: attributeMark,
  textNodeName: textName,
  parseTagValue: false,
  parseAttributeValue: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  maxNestedTags: 6,
  processEntities: { enabled: true, maxTotalExpansions: 10_000, maxExpandedLength: 100_000 },
  /** Without it the parser leaves `&#252;` as it is. */
  htmlEntities: true,
}

/** Elements that carry a name and a value: `<Field Name="Customer">4711</Field>`. */
const fieldElements = new Set(
  [
    'documentfield',
    'entry',
    'feld',
    'field',
    'indexfield',
    'item',
    'keyvalue',
    'meta',
    'param',
    'parameter',
  ].concat(['property', 'value']),
)

/** Reads the attributes and the elements within the root, and within each of those. */
export function readXmlSidecar(text: string): SidecarContent {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
    return sidecarProblem(say('xml_document_type'))
  }
  const document = parse(text)
  if (document === null) return sidecarProblem(say('xml_not_valid'))
  const [root, ...more] = Object.entries(document)
  if (root === undefined || more.length > 0) return sidecarProblem(say('xml_no_root'))
  if (typeof root[1] === 'string') return sidecarProblem(say('xml_no_values'))
  const entries: SidecarEntry[] = []
  return collectElement(root[1], null, entries) ?? { kind: 'entries', entries }
}

function parse(text: string): XmlElement | null {
  try {
    // The parser alone would take elements that are never closed.
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- its successor is a package of its own; this one stays
    if (XMLValidator.validate(text) !== true) return null
    const parsed = z.record(z.string(), nodeSchema).safeParse(new XMLParser(parserOptions).parse(text))
    return parsed.success ? parsed.data : null
  } catch (thrown) {
    // The parser refuses what is dangerous or too deep with a plain error.
    if (thrown instanceof Error) return null
    throw thrown
  }
}

function collectElement(node: XmlNode, group: string | null, entries: SidecarEntry[]): SidecarContent | null {
  if (typeof node === 'string') return null
  if (isNodeList(node)) return isList(group ?? '')
  for (const [name, value] of Object.entries(node)) {
    const problem = collectValue(name, value, group, entries)
    if (problem !== null) return problem
  }
  return null
}

function collectValue(
  name: string,
  value: XmlNode,
  group: string | null,
  entries: SidecarEntry[],
): SidecarContent | null {
  const key = name.startsWith(attributeMark) ? name.slice(attributeMark.length) : name
  if (typeof value === 'string') {
    if (name !== textName) entries.push({ group, key, value })
    else if (group !== null && value.trim() !== '') entries.push({ group: null, key: group, value })
    return null
  }
  const named = namedFields(key, isNodeList(value) ? value : [value])
  if (named !== null) {
    entries.push(...named)
    return null
  }
  if (isNodeList(value)) return isList(key)
  return group === null ? collectElement(value, key, entries) : tooDeep(key)
}

/** Name and value of each; null where one of them is no such element. */
function namedFields(element: string, nodes: readonly XmlNode[]): SidecarEntry[] | null {
  if (!fieldElements.has(foldHeading(element))) return null
  const fields = nodes.map((node) => {
    if (typeof node === 'string' || isNodeList(node)) return null
    const texts = new Map(Object.entries(node).map(([name, value]) => [name.toLowerCase(), value]))
    const [key, value] = [texts.get('@name') ?? texts.get('name'), texts.get('@value') ?? texts.get('value')]
    const text = value ?? texts.get(textName) ?? ''
    return typeof key === 'string' && typeof text === 'string' ? { group: null, key, value: text } : null
  })
  return fields.every((field) => field !== null) ? fields : null
}

function isNodeList(node: XmlNode): node is readonly XmlNode[] {
  return Array.isArray(node)
}
