import type { oas31 } from 'zod-openapi';

type Schema = oas31.SchemaObject;

/** A JSON schema in a few lines that read like a type: `{ name: text (1 to 80), staff?: true or false }`. */
export function outline(schema: Schema, indent = ''): string {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return choices.map((choice) => outline(choice as Schema, indent)).join(' or ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' or ');
  if (schema.type === 'array') return `list of ${outline((schema.items ?? {}) as Schema, indent)}`;
  if (schema.properties) return fields(schema, schema.properties as Record<string, Schema>, indent);
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return types.map((type) => `${wordFor(type, schema.format)}${type === 'null' ? '' : range(schema)}`).join(' or ');
}

function fields(schema: Schema, properties: Record<string, Schema>, indent: string): string {
  const names = Object.keys(properties);
  if (names.length === 0) return '{}';
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([name, property]) => {
    const optional = schema.required?.includes(name) ? '' : '?';
    const note = property.description ? `  // ${property.description}` : '';
    return `${inner}${name}${optional}: ${outline(property, inner)}${note}`;
  });
  return `{\n${lines.join('\n')}\n${indent}}`;
}

const words: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  integer: 'whole number',
  null: 'null',
  number: 'number',
  object: 'object',
  string: 'text',
};
const formats: Readonly<Record<string, string>> = { 'date-time': 'time', email: 'e-mail address', uuid: 'uuid' };

function wordFor(type: string | undefined, format: string | undefined): string {
  if (type === 'string' && format && formats[format]) return formats[format];
  return type === undefined ? 'anything' : (words[type] ?? type);
}

function range({ minLength, maxLength }: Schema): string {
  if (maxLength === undefined) return '';
  return minLength ? ` (${minLength} to ${maxLength} characters)` : ` (up to ${maxLength} characters)`;
}
