import { unlimitedLookup } from '../../../../src/rules/security/unlimited-lookup.ts';
import { fileCases } from '../rule-cases.ts';

const found = (line: number, handler: string, of: string, id: string, asking: string): string =>
  `${line} \`${handler}\` looks \`${of}\` up by \`${id}\` of the request alone, while \`${asking}\` asks whose it is: another id shows or changes what belongs to others.`;

describe('security/unlimited-lookup in Java', () => {
  const spring = (second: string, first = 'return notes.findByIdAndOwner(id, principal.getName());'): string =>
    `@RestController\n@RequestMapping("/notes")\nclass NoteController {\n  @GetMapping("/{id}")\n  Note show(@PathVariable Long id, Principal principal) {\n    ${first}\n  }\n\n${second}}\n`;
  const deleting = (guard: string, body: string): string =>
    `  ${guard}@DeleteMapping("/{id}")\n  void remove(@PathVariable Long id, Principal principal) {\n    ${body}\n  }\n`;
  const was = spring('');
  fileCases(unlimitedLookup, 'src/main/java/NoteController.java', [
    [
      'finds a deletion by the id alone beside a lookup that names the owner',
      was,
      spring(deleting('', 'notes.deleteById(id);')),
      [found(11, 'DELETE /notes/{id}', 'notes', 'id', 'GET /notes/{id}')],
    ],
    [
      'finds a lookup whose neighbour compares the owner afterwards',
      '',
      spring(
        deleting('@PreAuthorize("hasRole(\'USER\')") ', 'Note note = notes.findById(id).orElseThrow();\n    notes.delete(note);'),
        'Note note = notes.findById(id).orElseThrow();\n    if (!note.getOwner().equals(principal.getName())) throw new AccessDeniedException("no");\n    return note;',
      ),
      [found(13, 'DELETE /notes/{id}', 'notes', 'id', 'GET /notes/{id}')],
    ],
    [
      'finds a lookup by a text that is made an id of, in JAX-RS',
      '',
      '@Path("/notes")\nclass Notes {\n  @GET @Path("/{id}")\n  public Note show(@PathParam("id") String id, @Context SecurityContext context) {\n    return notes.findByOwner(principal.getName(), id);\n  }\n  @GET @Path("/{id}/text")\n  public String text(@PathParam("id") String id) {\n    return notes.find(UUID.fromString(id)).text();\n  }\n}\n',
      [found(9, 'GET /notes/{id}/text', 'notes', 'id', 'GET /notes/{id}')],
    ],
    ['leaves one alone where all read', '', spring(deleting('', 'notes.deleteById(id);'), 'return notes.findById(id).orElseThrow();'), []],
    [
      'leaves one that is for administrators alone',
      '',
      spring(deleting('@PreAuthorize("hasRole(\'ADMIN\')") ', 'notes.deleteById(id);')),
      [],
    ],
    [
      'leaves one that compares the owner alone',
      '',
      spring(deleting('', 'guard.requireOwner(id, principal);\n    notes.deleteById(id);')),
      [],
    ],
    [
      'leaves an id of something else alone',
      '',
      spring('  @GetMapping("/of")\n  List<Note> of(@RequestParam Long topicId) {\n    return notes.findByTopic(topicId);\n  }\n'),
      [],
    ],
  ]);
});

describe('security/unlimited-lookup in JavaScript', () => {
  const express = (second: string): string =>
    `const router = express.Router();\nrouter.use(requireAuth);\nrouter.get('/notes/:id', async (req, res) => {\n  const note = await Note.findById(req.params.id);\n  if (note.userId !== req.user.id) return res.sendStatus(403);\n  res.json(note);\n});\n${second}`;
  const putting = (body: string, guard = ''): string =>
    `router.put('/notes/:id', ${guard}async (req, res) => {\n  ${body}\n  res.end();\n});\n`;
  fileCases(unlimitedLookup, 'src/notes.js', [
    [
      'finds a new route that changes by the id alone',
      express(''),
      express(putting('await Note.updateOne({ _id: req.params.id }, { text: req.body.text });')),
      [found(9, 'PUT /notes/:id', 'Note', 'id', 'GET /notes/:id')],
    ],
    [
      'finds an id that was taken apart before, and an owner that is only written down',
      '',
      express(putting('const { id } = req.params;\n  await Note.findByIdAndUpdate(id, { text: req.body.text, updatedBy: req.user.id });')),
      [found(10, 'PUT /notes/:id', 'Note', 'id', 'GET /notes/:id')],
    ],
    [
      'finds a controller whose neighbours ask',
      '',
      'exports.show = async (req, res) => res.json(await db.note.findFirst({ where: { id: req.params.id, userId: req.user.id } }));\nexports.remove = async (req, res) => {\n  await db.note.delete({ where: { id: Number(req.params.id) } });\n  res.end();\n};\n',
      [found(3, 'remove', 'db.note', 'id', 'show')],
    ],
    [
      'leaves one with the caller in the lookup alone',
      '',
      express(putting('await Note.updateOne({ _id: req.params.id, userId: req.user.id }, { text: req.body.text });')),
      [],
    ],
    [
      'leaves one with a middleware of its own alone',
      '',
      express(putting('await Note.updateOne({ _id: req.params.id }, { text: req.body.text });', 'loadOwnNote, ')),
      [],
    ],
    ['leaves a lookup in a map alone', '', express("router.get('/x/:id', (req, res) => res.json(noteCache.get(req.params.id)));\n"), []],
    [
      'leaves a reader alone where everything is listed for everybody',
      '',
      "router.get('/posts', async (req, res) => res.json(await Post.find({ draft: false })));\nrouter.get('/posts/mine', async (req, res) => res.json(await Post.find({ userId: req.user.id })));\nrouter.get('/posts/:id', async (req, res) => res.json(await Post.findById(req.params.id)));\n",
      [],
    ],
  ]);
});

describe('security/unlimited-lookup in TypeScript', () => {
  const actions = (second: string): string =>
    `'use server';\n\nexport async function rename(id: string, name: string) {\n  const session = await auth();\n  await prisma.project.update({ where: { id, ownerId: session.user.id }, data: { name } });\n}\n\n${second}`;
  fileCases(unlimitedLookup, 'src/app/actions.ts', [
    [
      'finds a server action that only asks whether somebody is logged in',
      actions(''),
      actions(
        "export async function archive(form: FormData) {\n  const session = await auth();\n  if (!session) throw new Error('who?');\n  await prisma.project.update({ where: { id: String(form.get('id')) }, data: { archived: true } });\n}\n",
      ),
      [found(11, 'archive', 'prisma.project', 'id', 'rename')],
    ],
    [
      'finds a server action that takes the id as a parameter',
      '',
      actions(
        'export async function remove(projectId: string) {\n  await requireUser();\n  await prisma.project.delete({ where: { id: projectId } });\n}\n',
      ),
      [found(10, 'remove', 'prisma.project', 'projectId', 'rename')],
    ],
    [
      'leaves an action that asks for the owner alone',
      '',
      actions(
        'export async function remove(id: string) {\n  const user = await currentUser();\n  await assertOwner(user, id);\n  await prisma.project.delete({ where: { id } });\n}\n',
      ),
      [],
    ],
    [
      'leaves a lookup within what was asked for alone',
      '',
      actions(
        'export async function task(id: string, projectId: string) {\n  await prisma.project.update({ where: { id, projectId }, data: {} });\n}\n',
      ),
      [],
    ],
  ]);
  fileCases(unlimitedLookup, 'src/notes.controller.ts', [
    [
      'finds a method beside one that is not touched',
      "@Controller('notes')\nexport class NotesController {\n  @Get(':id')\n  show(@Param('id') id: string, @Req() req: Request) {\n    return this.notes.findOneBy({ id, ownerId: req.user.id });\n  }\n}\n",
      "@Controller('notes')\nexport class NotesController {\n  @Get(':id')\n  show(@Param('id') id: string, @Req() req: Request) {\n    return this.notes.findOneBy({ id, ownerId: req.user.id });\n  }\n\n  @UseGuards(AuthGuard)\n  @Put(':id')\n  change(@Param('id') id: string, @Body('text') text: string) {\n    return this.notes.update({ id }, { text });\n  }\n}\n",
      [found(11, 'PUT /notes/:id', 'notes', 'id', 'GET /notes/:id')],
    ],
    [
      'leaves a method alone whose guard asks for a role',
      '',
      "@Controller('notes')\nexport class NotesController {\n  @Get(':id')\n  show(@Param('id') id: string, @Req() req: Request) {\n    return this.notes.findOneBy({ id, ownerId: req.user.id });\n  }\n\n  @Roles('admin')\n  @Put(':id')\n  change(@Param('id') id: string, @Body('text') text: string) {\n    return this.notes.update({ id }, { text });\n  }\n}\n",
      [],
    ],
  ]);
});
