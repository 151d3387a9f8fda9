/**
 * A small reader and writer for the XML of S3 and CloudFront: elements and text. The namespace is the only attribute
 * they use; any other attribute is an error, because it would be lost (ADR 14).
 *
 * The SDK's own model silently drops members that are newer than its release, so a read and a write through it would
 * lose settings. A tree of the whole document keeps them.
 */
export interface XmlElement {
  readonly name: string;
  /** Text of an element without child elements, entities decoded; '' otherwise. */
  readonly text: string;
  readonly children: readonly XmlElement[];
}

interface Open {
  name: string;
  text: string;
  children: XmlElement[];
}

const TOKEN =
  /<!--[\s\S]*?-->|<!\[CDATA\[([\s\S]*?)\]\]>|<\?[\s\S]*?\?>|<(\/?)([A-Za-z_][\w.:-]*)((?:[^>"']|"[^"]*"|'[^']*')*?)(\/?)>|([^<]+)/y;

/** @throws SyntaxError when the text is not one well-formed element (cut short, an HTML page, not XML at all) */
export function parseXml(source: string): XmlElement {
  const text = source.replace(/^\uFEFF/, '');
  const open: Open[] = [];
  let root: XmlElement | undefined;
  let at = 0;
  const close = (element: Open): void => {
    const done = { ...element, text: element.children.length > 0 ? '' : element.text };
    const parent = open.at(-1);
    if (parent) parent.children.push(done);
    else root = done;
  };
  while (at < text.length) {
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text);
    if (!token) throw new SyntaxError(`not XML at character ${at}`);
    at = TOKEN.lastIndex;
    const [whole, cdata, slash, name, attributes = '', selfClosing, characters] = token;
    if (name !== undefined) {
      if (slash === '/') {
        const top = open.pop();
        if (top?.name !== name) throw new SyntaxError(`</${name}> closes nothing`);
        close(top);
      } else {
        refuseAttributes(name, attributes);
        if (root !== undefined && open.length === 0) throw new SyntaxError('more than one root element');
        const element: Open = { name, text: '', children: [] };
        if (selfClosing === '/') close(element);
        else open.push(element);
      }
    } else if (characters !== undefined || cdata !== undefined) {
      const top = open.at(-1);
      if (top) top.text += cdata ?? decode(whole);
      else if (whole.trim() !== '') throw new SyntaxError('text outside the root element');
    }
  }
  if (open.length > 0 || root === undefined) throw new SyntaxError('the document ends too early');
  return root;
}

function refuseAttributes(name: string, attributes: string): void {
  const [found] = attributes.match(/[^\s=]+(?=\s*=\s*["'])/g)?.filter((each) => !/^xmlns(:|$)/.test(each)) ?? [];
  if (found !== undefined) throw new SyntaxError(`<${name}> has the attribute ${found}`);
}

/** @param namespace put on the root element */
export function writeXml(root: XmlElement, namespace: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${write(root, ` xmlns="${namespace}"`)}`;
}

function write({ name, text, children }: XmlElement, attributes = ''): string {
  const inner = children.length > 0 ? children.map((each) => write(each)).join('') : encode(text);
  return `<${name}${attributes}>${inner}</${name}>`;
}

export function element(name: string, content: string | readonly XmlElement[] = ''): XmlElement {
  return typeof content === 'string' ? { name, text: content, children: [] } : { name, text: '', children: content };
}

export function child(parent: XmlElement, name: string): XmlElement | undefined {
  return parent.children.find((each) => each.name === name);
}

export function childrenOf(parent: XmlElement, name: string): XmlElement[] {
  return parent.children.filter((each) => each.name === name);
}

/** Text of the element at a path of names; undefined if it is missing. */
export function textAt(parent: XmlElement, ...path: string[]): string | undefined {
  let at: XmlElement | undefined = parent;
  for (const name of path) at = at && child(at, name);
  return at?.text;
}

/**
 * Replaces the child of that name in its position, because some services read members in a fixed order. Appends it if
 * there is none; undefined removes it.
 */
export function withChild(parent: XmlElement, name: string, replacement: XmlElement | undefined): XmlElement {
  const at = parent.children.findIndex((each) => each.name === name);
  const others = parent.children.filter((each) => each.name !== name);
  if (replacement) others.splice(at === -1 ? others.length : at, 0, replacement);
  return { ...parent, children: others };
}

function decode(text: string): string {
  return text.replace(/&(#x[0-9a-fA-F]+|#\d+|\w+);/g, (whole, entity: string) => {
    if (entity.startsWith('#x')) return String.fromCodePoint(parseInt(entity.slice(2), 16));
    if (entity.startsWith('#')) return String.fromCodePoint(parseInt(entity.slice(1), 10));
    return { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }[entity] ?? whole;
  });
}

function encode(text: string): string {
  return text.replace(/[<>&"'\r]/g, (character) => `&#${character.charCodeAt(0)};`);
}
