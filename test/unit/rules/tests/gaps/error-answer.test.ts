import assert from 'node:assert/strict';
import { refusedStatus, statusOfError } from '../../../../../src/rules/tests/gaps/error-answer.ts';
import { seenInJava, seenInScript } from '../../../code/flow/scopes.ts';

describe('an answer that refuses', () => {
  const script: readonly (readonly [string, string | undefined])[] = [
    ['res.status(404)', '404'],
    ['response.sendStatus(403)', '403'],
    ['reply.code(409)', '409'],
    ['ctx.throw(401, "who?")', '401'],
    ['this.res.status(500)', '500'],
    ['c.json({ error }, 400)', '400'],
    ['ctx.status = 404', '404'],
    ['res.statusCode = 503', '503'],
    ['new Response(null, { status: 404 })', '404'],
    ['NextResponse.json({}, { status: 422 })', '422'],
    ['res.status(HttpStatus.NOT_FOUND)', '404'],
    ['res.status(201)', undefined],
    ['res.status(code)', undefined],
    ['list.status(404)', undefined],
    ['res.json({ id }, 3)', undefined],
    ['order.state = 404', undefined],
    ['new Response(body)', undefined],
  ];
  for (const [text, status] of script)
    it(`${text} is ${status ?? 'none'}`, async () => {
      assert.equal(refusedStatus((await seenInScript(`see(${text});`)).expression), status);
    });

  const java: readonly (readonly [string, string | undefined])[] = [
    ['ResponseEntity.notFound()', '404'],
    ['ResponseEntity.badRequest()', '400'],
    ['ResponseEntity.status(HttpStatus.CONFLICT)', '409'],
    ['new ResponseEntity<>(errors, HttpStatus.BAD_REQUEST)', '400'],
    ['response.sendError(HttpStatus.FORBIDDEN.value())', '403'],
    ['Response.status(410)', '410'],
    ['ResponseEntity.ok(order)', undefined],
    ['ResponseEntity.status(status)', undefined],
    ['orders.notFound()', undefined],
  ];
  for (const [text, status] of java)
    it(`${text} is ${status ?? 'none'} in Java`, async () => {
      assert.equal(refusedStatus((await seenInJava(`class A { void run() { see(${text}); } }`)).expression), status);
    });

  const errors: readonly (readonly [string, string | undefined])[] = [
    ['new NotFoundException()', '404'],
    ['new HttpException("gone", 410)', '410'],
    ['new HTTPException(401)', '401'],
    ['createError(404)', '404'],
    ['new ResponseStatusException(HttpStatus.CONFLICT, "taken")', '409'],
    ['new OkError()', undefined],
    ['new RangeError(404)', undefined],
    ['error', undefined],
  ];
  for (const [text, status] of errors)
    it(`${text} has ${status ?? 'none'}`, async () => {
      assert.equal(statusOfError((await seenInScript(`see(${text});`)).expression), status);
    });
});
