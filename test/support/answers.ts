/** Whether what a route answers is what the document of the API says of it: its status, its problem's code, its JSON. */
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { LocalFunctions } from '../../infra/local/functions.ts';
import { openApiDocument } from '../../infra/openapi.ts';
import { ROUTES, type RouteName } from '../../shared/routes.ts';

const DOCUMENT = openApiDocument();

/** Formats are said by patterns, too. The whole document is no schema, so that the strict mode is for the schemas' own test. */
const ajv = new Ajv2020({ strict: false, validateSchema: false, validateFormats: false, allErrors: true });
ajv.addSchema(DOCUMENT, 'nod');

type Said = { $ref?: string; content?: Record<string, { schema?: object }> };
type Answered = { status: number; type: string | undefined; body: unknown };

/** What is wrong with an answer, if anything is. Header fields are compared without their parameters. */
export function mismatch(name: RouteName, { status, type, body }: Answered): string | undefined {
  const { path, method } = ROUTES[name];
  const operation = ['paths', path, method.toLowerCase(), 'responses', String(status)];
  const response = at(operation) as Said | undefined;
  if (response === undefined) return observed('declares no such status');
  const pointer = response.$ref === undefined ? operation : response.$ref.split('/').slice(1);
  const { content } = at(pointer) as Said;
  const given = type?.split(';')[0];
  if (content === undefined) return given === undefined ? undefined : observed('declares no body');
  const said = given === undefined ? undefined : content[given];
  if (given === undefined || said === undefined) return observed(`declares no ${given}`);
  // Of a document nothing more is said.
  if (said.schema === undefined) return undefined;
  const validate = validatorAt([...pointer, 'content', given, 'schema']);
  return validate(body) ? undefined : observed(ajv.errorsText(validate.errors));

  function observed(what: string): string {
    return `${name} answered ${status} ${type ?? 'without a body'} and ${what}: ${JSON.stringify(body)}`;
  }
}

const at = (pointer: readonly string[]): unknown =>
  pointer.reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], DOCUMENT);

const validators = new Map<string, ValidateFunction>();

/** Compiled once for each place in the document, when something is first answered there. */
function validatorAt(pointer: readonly string[]): ValidateFunction {
  const escaped = pointer.map((key) => encodeURIComponent(key.replaceAll('~', '~0').replaceAll('/', '~1')));
  const $ref = `nod#/${escaped.join('/')}`;
  const validate = validators.get($ref) ?? ajv.compile({ $ref });
  validators.set($ref, validate);
  return validate;
}

/** The same functions, which note each answer that is not as the document says, whoever asked: a page, too. */
export function checked(functions: LocalFunctions, wrong: string[]): LocalFunctions {
  return {
    ...functions,
    async invoke(name, event) {
      const result = await functions.invoke(name, event);
      const { statusCode: status = 200, headers, body } = result;
      const type = headers?.['content-type'] === undefined ? undefined : String(headers['content-type']);
      const json = type?.includes('json') && body !== undefined ? JSON.parse(body) : undefined;
      const what = mismatch(name, { status, type, body: json });
      if (what !== undefined) wrong.push(what);
      return result;
    },
  };
}
