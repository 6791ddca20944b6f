import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import ts from 'typescript'

/** A file of the project. `path` is relative to its root, with `/` between segments. */
export interface SourceText {
  readonly path: string
  readonly text: string
}

/** A name with the line where it stands; lines begin at 1. */
export interface Mention {
  readonly name: string
  readonly line: number
}

/** What an import leads to: a package by its name, a module of Node, or a file of the project by its path. */
export type ImportTarget =
  | { readonly kind: 'package'; readonly name: string }
  | { readonly kind: 'builtin'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }

export interface Import {
  readonly target: ImportTarget
  readonly line: number
  /** Nothing of it is left when types are erased. */
  readonly typeOnly: boolean
  /** The names that are taken out of it, as the imported module calls them. */
  readonly members: readonly string[]
}

/** What the rules ask about a source file. */
export interface SourceModule {
  readonly path: string
  readonly lineCount: number
  readonly imports: readonly Import[]
  /** Texts of string literals and templates; `?` stands for what a template fills in. */
  readonly strings: readonly Mention[]
  /** Names that are used and not declared in the file, such as `process`. */
  readonly globals: readonly Mention[]
  /** Property accesses as they are written, for a name on a name: `window.intray`. */
  readonly accesses: readonly Mention[]
  /** Places where the type check is switched off, as they are written. */
  readonly uncheckedPlaces: readonly Mention[]
  readonly defaultExportLine: number | null
  /** It exports, and all that it exports is made elsewhere. */
  readonly onlyReexports: boolean
}

const scriptBlock = /(?<=<script\b[^>]*>)[\s\S]*?(?=<\/script>)/g
const notLineBreak = /[^\n]/g

/** Reads a TypeScript or JavaScript file, or a Svelte component with its script blocks. */
export function parseModule({ path, text }: SourceText): SourceModule {
  const script = path.endsWith('.svelte') ? scriptOf(text) : text
  const file = ts.createSourceFile(path, script, ts.ScriptTarget.Latest, true, scriptKind(path))
  const found = walk(file, path)
  const markup = path.endsWith('.svelte') ? text.replace(scriptBlock, blank) : ''
  return {
    path,
    lineCount: text === '' ? 0 : text.replace(/\n$/, '').split('\n').length,
    imports: found.imports,
    strings: found.strings,
    globals: found.identifiers.filter(({ name }) => !found.declared.has(name)),
    accesses: [...found.accesses, ...matches(markup, /\bwindow\.\w+/g)],
    uncheckedPlaces: [
      ...found.uncheckedPlaces,
      ...matches(text, /(?<=(?:\/\/|\/\*|<!--)\s*)@ts-(?:ignore|nocheck)\b/g),
      ...matches(markup, /\bas any\b/g),
    ],
    defaultExportLine: found.defaultExportLine,
    onlyReexports: onlyReexports(file),
  }
}

/** A component's scripts alone, each on the lines where it stands. */
function scriptOf(text: string): string {
  let script = ''
  let end = 0
  for (const match of text.matchAll(scriptBlock)) {
    script += blank(text.slice(end, match.index)) + match[0]
    end = match.index + match[0].length
  }
  return script
}

function blank(text: string): string {
  return text.replace(notLineBreak, ' ')
}

function scriptKind(path: string): ts.ScriptKind {
  return /\.m?js$/.test(path) ? ts.ScriptKind.JS : ts.ScriptKind.TS
}

function matches(text: string, pattern: RegExp): Mention[] {
  return [...text.matchAll(pattern)].map((match) => ({
    name: match[0],
    line: text.slice(0, match.index).split('\n').length,
  }))
}

interface Found {
  readonly imports: Import[]
  readonly strings: Mention[]
  readonly identifiers: Mention[]
  readonly declared: Set<string>
  readonly accesses: Mention[]
  readonly uncheckedPlaces: Mention[]
  defaultExportLine: number | null
}

function walk(file: ts.SourceFile, path: string): Found {
  const found: Found = {
    imports: [],
    strings: [],
    identifiers: [],
    declared: new Set(),
    accesses: [],
    uncheckedPlaces: [],
    defaultExportLine: null,
  }
  const lineOf = (node: ts.Node): number => file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1
  const visit = (node: ts.Node): void => {
    const line = lineOf(node)
    const imported = readImport(node)
    if (imported !== null) found.imports.push({ ...imported, target: targetOf(imported.from, path), line })
    else if (ts.isStringLiteralLike(node)) found.strings.push({ name: node.text, line })
    else if (ts.isTemplateExpression(node)) found.strings.push({ name: templateText(node), line })
    else if (ts.isIdentifier(node)) noteIdentifier(node, line, found)
    else if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
      found.accesses.push({ name: `${node.expression.text}.${node.name.text}`, line })
    } else if (isAnyCast(node)) found.uncheckedPlaces.push({ name: 'as any', line })
    if (isDefaultExport(node)) found.defaultExportLine ??= line
    ts.forEachChild(node, visit)
  }
  visit(file)
  return found
}

/** Static and dynamic imports, re-exports, `require` and `import('x').Type`. */
function readImport(node: ts.Node): (Omit<Import, 'target' | 'line'> & { from: string }) | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
    const clause = node.importClause
    const named = clause?.namedBindings
    const elements = named !== undefined && ts.isNamedImports(named) ? named.elements : []
    const others =
      clause?.name !== undefined ||
      (named !== undefined && ts.isNamespaceImport(named)) ||
      clause === undefined
    return {
      from: node.moduleSpecifier.text,
      typeOnly:
        clause?.phaseModifier === ts.SyntaxKind.TypeKeyword ||
        (!others && elements.length > 0 && elements.every((element) => element.isTypeOnly)),
      members: elements.map((element) => (element.propertyName ?? element.name).text),
    }
  }
  if (ts.isExportDeclaration(node) && node.moduleSpecifier !== undefined) {
    const from = ts.isStringLiteral(node.moduleSpecifier) ? node.moduleSpecifier.text : ''
    return { from, typeOnly: node.isTypeOnly, members: [] }
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
    const { literal } = node.argument
    return ts.isStringLiteral(literal) ? { from: literal.text, typeOnly: true, members: [] } : null
  }
  if (!ts.isCallExpression(node)) return null
  const [argument] = node.arguments
  const isRequire = ts.isIdentifier(node.expression) && node.expression.text === 'require'
  const isImport = node.expression.kind === ts.SyntaxKind.ImportKeyword
  if (!(isImport || isRequire) || argument === undefined || !ts.isStringLiteralLike(argument)) return null
  return { from: argument.text, typeOnly: false, members: [] }
}

function targetOf(specifier: string, importer: string): ImportTarget {
  const name = specifier.replace(/\?.*$/, '')
  if (name.startsWith('.')) return { kind: 'file', path: posix.join(posix.dirname(importer), name) }
  if (isBuiltin(name)) return { kind: 'builtin', name }
  const [scope = '', rest = ''] = name.split('/')
  return { kind: 'package', name: scope.startsWith('@') ? `${scope}/${rest}` : scope }
}

function templateText(node: ts.TemplateExpression): string {
  return node.head.text + node.templateSpans.map((span) => `?${span.literal.text}`).join('')
}

function noteIdentifier(node: ts.Identifier, line: number, found: Found): void {
  const { parent } = node
  const named = parent as ts.Node & { readonly name?: ts.Node; readonly propertyName?: ts.Node }
  if (named.name === node || named.propertyName === node) {
    // The name of a property declares nothing that could be used by itself.
    if (!ts.isPropertyAccessExpression(parent) && !ts.isPropertyAssignment(parent))
      found.declared.add(node.text)
  } else if (!ts.isQualifiedName(parent) || parent.left === node) {
    found.identifiers.push({ name: node.text, line })
  }
}

function isAnyCast(node: ts.Node): boolean {
  return (
    (ts.isAsExpression(node) || ts.isTypeAssertionExpression(node)) &&
    node.type.kind === ts.SyntaxKind.AnyKeyword
  )
}

function isDefaultExport(node: ts.Node): boolean {
  if (ts.isExportAssignment(node)) return true
  if (ts.isExportSpecifier(node)) return node.name.text === 'default'
  return (
    ts.canHaveModifiers(node) &&
    (ts.getModifiers(node) ?? []).some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword)
  )
}

function onlyReexports(file: ts.SourceFile): boolean {
  return (
    file.statements.some(ts.isExportDeclaration) &&
    file.statements.every(
      (statement) => ts.isExportDeclaration(statement) || ts.isImportDeclaration(statement),
    )
  )
}
