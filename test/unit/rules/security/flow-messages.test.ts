import { codeInjection } from '../../../../src/rules/security/code-injection.ts';
import { commandInjection } from '../../../../src/rules/security/command-injection.ts';
import { crossSiteScripting } from '../../../../src/rules/security/cross-site-scripting.ts';
import { requestForgery } from '../../../../src/rules/security/request-forgery.ts';
import { fileCases } from '../rule-cases.ts';

const exec = "import { exec } from 'child_process';\n";

describe('what sockets and queues bring', () => {
  fileCases(commandInjection, 'src/chat.js', [
    [
      'finds what a client of socket.io sends',
      '',
      `${exec}import { Server } from 'socket.io';\nconst io = new Server(3000);\nio.on('connection', (socket) => {\n  socket.on('run', ({ name }) => exec(name));\n});\n`,
      ["5 This module runs a command with `socket.on('run', ({ name }) => exec(name))`, which comes from a message, through `exec`."],
    ],
    [
      'finds it where the server is known by its name only',
      '',
      `${exec}export function listen(io) {\n  io.on('connection', (socket) => {\n    socket.on('run', (name) => exec('run ' + name));\n  });\n}\n`,
      ["4 `listen` runs a command with `socket.on('run', (name) => exec('run ' + name))`, which comes from a message, through `exec`."],
    ],
    [
      'finds a message of a web socket that is parsed',
      '',
      `${exec}import { WebSocketServer } from 'ws';\nconst server = new WebSocketServer({ port: 1 });\nserver.on('connection', (ws) => {\n  ws.on('message', (data) => {\n    const order = JSON.parse(data.toString());\n    exec(order.command);\n  });\n});\n`,
      [
        "7 This module runs a command with `ws.on('message', (data) => { const order = JSON.parse(dat…`, which comes from a message, through `exec`.",
      ],
    ],
    [
      'finds what a connection and a queue bring',
      '',
      `${exec}import net from 'net';\nimport mqtt from 'mqtt';\nnet.createServer((s) => {\n  s.on('data', (chunk) => exec(chunk.toString()));\n});\nconst client = mqtt.connect('mqtts://broker');\nclient.on('message', (topic, payload) => exec(payload.toString()));\n`,
      [
        "5 This module runs a command with `s.on('data', (chunk) => exec(chunk.toString()))`, which comes from a message, through `exec`.",
        "8 This module runs a command with `client.on('message', (topic, payload) => exec(payload.toS…`, which comes from a message, through `exec`.",
      ],
    ],
    [
      'leaves what a socket tells of itself alone',
      '',
      `${exec}import { Server } from 'socket.io';\nconst io = new Server(3000);\nio.on('connection', (socket) => {\n  socket.on('disconnect', (reason) => exec(reason));\n});\n`,
      [],
    ],
    [
      'leaves a fixed command for a message alone',
      '',
      `${exec}import { Server } from 'socket.io';\nconst io = new Server(3000);\nio.on('connection', (socket) => {\n  socket.on('restart', () => exec('service restart'));\n});\n`,
      [],
    ],
    [
      'leaves events of the program itself alone',
      '',
      `${exec}import { EventEmitter } from 'events';\nconst own = new EventEmitter();\nown.on('connection', (task) => {\n  task.on('run', (name) => exec(name));\n});\n`,
      [],
    ],
  ]);
  fileCases(codeInjection, 'src/chat.ts', [
    [
      'finds code in a message of NestJS',
      '',
      "@WebSocketGateway()\nexport class Chat {\n  @SubscribeMessage('run')\n  run(@MessageBody() text: string) {\n    eval(text);\n  }\n}\n",
      ['5 `run` runs `text`, which comes from the request, as code through `eval`.'],
    ],
  ]);
  fileCases(crossSiteScripting, 'src/page.js', [
    [
      'finds a page of hapi',
      '',
      "import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\nserver.route({ method: 'GET', path: '/', handler: (request, h) => h.response('<b>' + request.query.name) });\n",
      ['3 This module makes `request.query.name`, which comes from the request, part of a page unescaped through `h.response`.'],
    ],
    [
      'leaves an object alone',
      '',
      "import Hapi from '@hapi/hapi';\nconst server = Hapi.server();\nserver.route({ method: 'GET', path: '/', handler: (request, h) => h.response({ name: request.query.name }) });\n",
      [],
    ],
  ]);
  fileCases(requestForgery, 'src/print.js', [
    [
      'finds a page that a browser of the server is to show',
      '',
      "export async function print(req, res) {\n  const page = await browser.newPage();\n  await page.setContent('<h1>' + req.body.title + '</h1>');\n}\n",
      [
        '3 `print` sends a request to an address with `req.body.title`, which comes from the body of the request, through `page.setContent`.',
      ],
    ],
    [
      'leaves what is escaped alone',
      '',
      "export async function print(req, res) {\n  const page = await browser.newPage();\n  await page.setContent('<h1>' + escapeHtml(req.body.title) + '</h1>');\n}\n",
      [],
    ],
  ]);
});
