import { toldApart, type Setting } from '../told-apart.ts';

const library: Setting = {
  path: 'src/main/java/com/acme/T.java',
  around: { 'pom.xml': '<project><groupId>com.acme</groupId><artifactId>cart</artifactId><version>1.2.0</version></project>\n' },
  heading: 'package com.acme;\n\n',
};

describe('changes of what Spring publishes', () => {
  toldApart(library, [
    [
      'path',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping("/{id}")\n  Order find(@PathVariable long id) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping("/by/{id}")\n  Order find(@PathVariable long id) { return x(); }\n}\n',
      },
      ['route-renamed'],
    ],
    [
      'method',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PutMapping("/{id}")\n  Order find(@PathVariable long id) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PatchMapping("/{id}")\n  Order find(@PathVariable long id) { return x(); }\n}\n',
      },
      ['route-renamed'],
    ],
    [
      'class prefix',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping("/{id}")\n  Order find(@PathVariable long id) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/v2/orders")\npublic class Orders {\n  @GetMapping("/{id}")\n  Order find(@PathVariable long id) { return x(); }\n}\n',
      },
      ['route-renamed'],
    ],
    [
      'constant path',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  static final String P = "/a";\n  @GetMapping(P)\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  static final String P = "/b";\n  @GetMapping(P)\n  Order find() { return x(); }\n}\n',
      },
      ['route-renamed'],
    ],
    [
      'request mapping method array',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @RequestMapping(path = "/a", method = {RequestMethod.GET, RequestMethod.POST})\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @RequestMapping(path = "/a", method = RequestMethod.GET)\n  Order find() { return x(); }\n}\n',
      },
      ['route-removed'],
    ],
    [
      'paths array',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping({"/a", "/b"})\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping("/a")\n  Order find() { return x(); }\n}\n',
      },
      ['route-removed'],
    ],
    [
      'added alias path',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping("/a")\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping({"/a", "/b"})\n  Order find() { return x(); }\n}\n',
      },
      [],
    ],
    [
      'param required',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam String region) { return x(); }\n}\n',
      },
      ['route-parameter-required'],
    ],
    [
      'param optional',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam(required = false) String region) { return x(); }\n}\n',
      },
      [],
    ],
    [
      'param Optional<>',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam Optional<String> region) { return x(); }\n}\n',
      },
      [],
    ],
    [
      'param became required',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam(required = false) String region) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam String region) { return x(); }\n}\n',
      },
      ['route-parameter-became-required'],
    ],
    [
      'param default dropped',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam(defaultValue = "eu") String region) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam String region) { return x(); }\n}\n',
      },
      ['route-parameter-became-required'],
    ],
    [
      'param default changed',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam(defaultValue = "10") int size) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam(defaultValue = "50") int size) { return x(); }\n}\n',
      },
      ['route-parameter-default-changed'],
    ],
    [
      'param renamed',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam("q") String query) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam("search") String query) { return x(); }\n}\n',
      },
      ['route-parameter-renamed'],
    ],
    [
      'param renamed by java name',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam String q) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam String query) { return x(); }\n}\n',
      },
      ['route-parameter-renamed'],
    ],
    [
      'param java name with written name',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam("q") String q) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam("q") String query) { return x(); }\n}\n',
      },
      [],
    ],
    [
      'param type narrowed',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam String q) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam int q) { return x(); }\n}\n',
      },
      ['route-parameter-type-changed'],
    ],
    [
      'param type int->long',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam int q) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestParam long q) { return x(); }\n}\n',
      },
      [],
    ],
    [
      'path var type',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping("/{id}")\n  Order find(@PathVariable String id) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping("/{id}")\n  Order find(@PathVariable UUID id) { return x(); }\n}\n',
      },
      ['route-parameter-type-changed'],
    ],
    [
      'header required',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@RequestHeader("X-Tenant") String t) { return x(); }\n}\n',
      },
      ['route-parameter-required'],
    ],
    [
      'cookie required',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find(@CookieValue("sid") String t) { return x(); }\n}\n',
      },
      ['route-parameter-required'],
    ],
    [
      'body required',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  Order find(@RequestBody Order t) { return x(); }\n}\n',
      },
      ['route-parameter-required'],
    ],
    [
      'body not required -> required',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  Order find(@RequestBody(required = false) Order t) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  Order find(@RequestBody Order t) { return x(); }\n}\n',
      },
      ['route-parameter-became-required'],
    ],
    [
      'part required',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  Order find(@RequestPart MultipartFile file) { return x(); }\n}\n',
      },
      ['route-parameter-required'],
    ],
    [
      'produces',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping(produces = "application/json")\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping(produces = "application/xml")\n  Order find() { return x(); }\n}\n',
      },
      ['route-response-media-type-removed'],
    ],
    [
      'produces const',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)\n  Order find() { return x(); }\n}\n',
      },
      ['route-response-media-type-removed'],
    ],
    [
      'produces added one',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping(produces = {MediaType.APPLICATION_JSON_VALUE, MediaType.TEXT_PLAIN_VALUE})\n  Order find() { return x(); }\n}\n',
      },
      [],
    ],
    [
      'consumes',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  Order find(@RequestBody Order o) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping(consumes = "application/xml")\n  Order find(@RequestBody Order o) { return x(); }\n}\n',
      },
      ['route-request-media-type-removed'],
    ],
    [
      'params condition',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping(params = "v=2")\n  Order find() { return x(); }\n}\n',
      },
      ['route-condition-added'],
    ],
    [
      'headers condition',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping(headers = "X-V=2")\n  Order find() { return x(); }\n}\n',
      },
      ['route-condition-added'],
    ],
    [
      'status',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  @ResponseStatus(HttpStatus.OK)\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  @ResponseStatus(HttpStatus.CREATED)\n  Order find() { return x(); }\n}\n',
      },
      ['route-status-changed'],
    ],
    [
      'status added',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  @ResponseStatus(HttpStatus.ACCEPTED)\n  Order find() { return x(); }\n}\n',
      },
      ['route-status-changed'],
    ],
    [
      'status removed',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  @ResponseStatus(code = HttpStatus.CREATED)\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  Order find() { return x(); }\n}\n',
      },
      ['route-status-changed'],
    ],
    [
      'status OK added',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  Order find() { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  @ResponseStatus(HttpStatus.OK)\n  Order find() { return x(); }\n}\n',
      },
      [],
    ],
    [
      'status of ResponseEntity',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  ResponseEntity<Order> find() { return ResponseEntity.ok(x()); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  ResponseEntity<Order> find() { return ResponseEntity.status(HttpStatus.CREATED).body(x()); }\n}\n',
      },
      ['route-status-changed'],
    ],
    [
      'status of ResponseEntity ctor',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  ResponseEntity<Order> find() { return new ResponseEntity<>(x(), HttpStatus.OK); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @PostMapping\n  ResponseEntity<Order> find() { return new ResponseEntity<>(x(), HttpStatus.ACCEPTED); }\n}\n',
      },
      ['route-status-changed'],
    ],
    [
      'status of ResponseEntity noContent',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @DeleteMapping("/{id}")\n  ResponseEntity<Void> del(@PathVariable long id) { r.delete(id); return ResponseEntity.ok().build(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @DeleteMapping("/{id}")\n  ResponseEntity<Void> del(@PathVariable long id) { r.delete(id); return ResponseEntity.noContent().build(); }\n}\n',
      },
      ['route-status-changed'],
    ],
    [
      'status of exception',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@ResponseStatus(HttpStatus.NOT_FOUND)\npublic class Missing extends RuntimeException { }\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@ResponseStatus(HttpStatus.BAD_REQUEST)\npublic class Missing extends RuntimeException { }\n',
      },
      ['error-answer-status-changed'],
    ],
    [
      'status of exception removed',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@ResponseStatus(HttpStatus.NOT_FOUND)\npublic class Missing extends RuntimeException { }\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\npublic class Missing extends RuntimeException { }\n',
      },
      ['error-answer-removed'],
    ],
    [
      'status of handler',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestControllerAdvice\npublic class Errors {\n  @ExceptionHandler(Missing.class)\n  @ResponseStatus(HttpStatus.NOT_FOUND)\n  Problem missing(Missing e) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestControllerAdvice\npublic class Errors {\n  @ExceptionHandler(Missing.class)\n  @ResponseStatus(HttpStatus.GONE)\n  Problem missing(Missing e) { return x(); }\n}\n',
      },
      ['error-answer-status-changed'],
    ],
    [
      'handler removed',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestControllerAdvice\npublic class Errors {\n  @ExceptionHandler(Missing.class)\n  @ResponseStatus(HttpStatus.NOT_FOUND)\n  Problem missing(Missing e) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestControllerAdvice\npublic class Errors {\n  int z;\n}\n',
      },
      ['error-answer-removed'],
    ],
    [
      'status of ResponseStatusException',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping("/{id}")\n  Order find(@PathVariable long id) { if (id < 0) throw new ResponseStatusException(HttpStatus.NOT_FOUND); return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping("/{id}")\n  Order find(@PathVariable long id) { if (id < 0) throw new ResponseStatusException(HttpStatus.BAD_REQUEST); return x(); }\n}\n',
      },
      ['route-error-status-changed'],
    ],
    [
      'controller not rest any more',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping("/{id}")\n  Order find(@PathVariable long id) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\npublic class Orders {\n  Order find(long id) { return x(); }\n}\n',
      },
      ['route-removed'],
    ],
    [
      'response type',
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping("/{id}")\n  OrderDto find(@PathVariable long id) { return x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/T.java':
          'package com.acme;\n\nimport org.springframework.web.bind.annotation.*;\n\n@RestController\n@RequestMapping("/orders")\npublic class Orders {\n  @GetMapping("/{id}")\n  List<OrderDto> find(@PathVariable long id) { return x(); }\n}\n',
      },
      ['route-response-form-changed'],
    ],
    [
      'configuration properties prefix',
      '@ConfigurationProperties("shop")\npublic class T { private String name; public String getName() { return name; } public void setName(String n) { name = n; } }',
      '@ConfigurationProperties("store")\npublic class T { private String name; public String getName() { return name; } public void setName(String n) { name = n; } }',
      ['setting-renamed'],
    ],
    [
      'configuration properties field',
      '@ConfigurationProperties("shop")\nclass T { private String name; public String getName() { return name; } public void setName(String n) { name = n; } }',
      '@ConfigurationProperties("shop")\nclass T { private String title; public String getTitle() { return title; } public void setTitle(String n) { title = n; } }',
      ['setting-removed'],
    ],
    [
      'configuration properties record',
      '@ConfigurationProperties("shop")\nrecord T(String name, int max) {}',
      '@ConfigurationProperties("shop")\nrecord T(String name) {}',
      ['setting-removed'],
    ],
    ['value', 'class T { @Value("${shop.name}") String name; }', 'class T { @Value("${shop.title}") String name; }', ['setting-renamed']],
    [
      'value default removed',
      'class T { @Value("${shop.name:x}") String name; }',
      'class T { @Value("${shop.name}") String name; }',
      ['setting-became-required'],
    ],
    [
      'conditional on property',
      '@Configuration class T { @Bean @ConditionalOnProperty("shop.cache") Cache c() { return x(); } }',
      '@Configuration class T { @Bean @ConditionalOnProperty("shop.cache.enabled") Cache c() { return x(); } }',
      ['setting-renamed'],
    ],
    [
      'the method of a bean that keeps its name',
      '@Configuration public class T { @Bean public Clock clock() { return x(); } }',
      '@Configuration public class T { @Bean("clock") public Clock time() { return x(); } }',
      [],
    ],
    [
      'a bean that is gone',
      '@Configuration public class T { @Bean public Clock clock() { return x(); } }',
      '@Configuration public class T { }',
      ['method-removed'],
    ],
    [
      'bean name',
      '@Configuration class T { @Bean("orders") Orders o() { return x(); } }',
      '@Configuration class T { @Bean("purchases") Orders o() { return x(); } }',
      ['bean-removed'],
      { 'src/main/java/com/acme/U.java': 'package com.acme;\n\nclass U { U(@Qualifier("orders") Orders o) {} }\n' },
    ],
    [
      'bean name by method',
      '@Configuration public class T { @Bean public Orders orders() { return x(); } }',
      '@Configuration public class T { @Bean public Orders purchases() { return x(); } }',
      ['method-removed'],
    ],
    ['component name', '@Component("orders") public class T { }', '@Component("purchases") public class T { }', ['bean-renamed']],
    ['service name removed', '@Service("orders") public class T { }', '@Service public class T { }', ['bean-removed']],
    [
      'event type renamed',
      {
        'src/main/java/com/acme/A.java':
          'package com.acme;\n\npublic class A {\n  void a() { publisher.publishEvent(new OrderPlaced(1)); }\n}\n',
        'src/main/java/com/acme/L.java': 'package com.acme;\n\nclass L {\n  @EventListener\n  void on(OrderPlaced e) { x(); }\n}\n',
      },
      {
        'src/main/java/com/acme/A.java':
          'package com.acme;\n\npublic class A {\n  void a() { publisher.publishEvent(new OrderCreated(1)); }\n}\n',
        'src/main/java/com/acme/L.java': 'package com.acme;\n\nclass L {\n  @EventListener\n  void on(OrderPlaced e) { x(); }\n}\n',
      },
      ['event-no-longer-published'],
    ],
    [
      'event no longer published',
      {
        'src/main/java/com/acme/A.java':
          'package com.acme;\n\npublic class A {\n  void a() { publisher.publishEvent(new OrderPlaced(1)); }\n}\n',
      },
      { 'src/main/java/com/acme/A.java': 'package com.acme;\n\npublic class A {\n  void a() { x(); }\n}\n' },
      ['event-no-longer-published'],
      { 'src/main/java/com/acme/L.java': 'package com.acme;\n\nclass L {\n  @EventListener\n  void on(OrderPlaced e) { x(); }\n}\n' },
    ],
    [
      'event type not listened',
      {
        'src/main/java/com/acme/A.java':
          'package com.acme;\n\npublic class A {\n  void a() { publisher.publishEvent(new OrderPlaced(1)); }\n}\n',
      },
      { 'src/main/java/com/acme/A.java': 'package com.acme;\n\npublic class A {\n  void a() { x(); }\n}\n' },
      [],
    ],
  ]);
});
