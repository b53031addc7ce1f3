import type { Row } from './rows.ts';
import type { SourceKind } from './dangers.ts';

/** A call that brings data from outside. */
export interface SourceCall extends Row {
  readonly kind: SourceKind;
  /** Completes "comes from …". */
  readonly from: string;
}

/** A property that brings data from outside, of a value that plays a role. */
export interface SourceMember {
  readonly of: string;
  readonly names: string;
  readonly kind: SourceKind;
  readonly from: string;
  /** What it is itself, where it is an object of a known kind. */
  readonly role?: string;
}

const request = 'the request';

export const javaSources: readonly SourceCall[] = [
  {
    call: 'HttpServletRequest|ServletRequest|HttpServletRequestWrapper|ServletRequestWrapper|MultipartHttpServletRequest|WebRequest|NativeWebRequest|ServletWebRequest.getParameter|getParameterValues|getParameterMap|getParameterNames|getQueryString|getInputStream|getReader|getPart|getParts|getPathInfo|getRequestURI|getRequestURL|getServletPath|getFile|getFileMap|getMultiFileMap|getPathTranslated',
    kind: 'request',
    from: request,
  },
  {
    call: 'HttpServletRequest|HttpServletRequestWrapper|ServletRequest|WebRequest.getHeader|getHeaders|getHeaderNames|getCookies|getHeaderValues',
    kind: 'request',
    from: request,
  },
  { call: 'Socket|SSLSocket.getInputStream', kind: 'request', from: 'a connection' },
  { call: 'Cookie.getValue|getName|getComment', kind: 'request', from: 'a cookie' },
  {
    call: 'MultipartFile|Part|FileItem.getOriginalFilename|getSubmittedFileName|getName|getInputStream|getBytes|getString',
    kind: 'request',
    from: 'an upload',
  },
  {
    call: 'ServerHttpRequest|ServerRequest.getURI|getPath|getQueryParams|getHeaders|getCookies|queryParam|queryParams|pathVariable|pathVariables|headers|cookies|bodyToMono|bodyToFlux',
    kind: 'request',
    from: request,
  },
  {
    call: 'UriInfo|HttpHeaders|ContainerRequestContext.getQueryParameters|getPathParameters|getPath|getRequestUri|getRequestHeader|getRequestHeaders|getHeaderString',
    kind: 'request',
    from: request,
  },
  {
    call: 'RoutingContext|HttpServerRequest.getParam|params|pathParam|queryParam|getHeader|getBodyAsString|getBodyAsJson|body',
    kind: 'request',
    from: request,
  },
  {
    call: 'PortletRequest|ActionRequest|RenderRequest|ResourceRequest|ClientDataRequest.getParameter|getParameterValues|getParameterMap|getParameterNames|getReader|getPortletInputStream',
    kind: 'request',
    from: request,
  },
  {
    call: 'ExternalContext.getRequestParameterMap|getRequestParameterValuesMap|getRequestHeaderMap|getRequestHeaderValuesMap|getRequestCookieMap|getRequestPathInfo|getRequestServletPath',
    kind: 'request',
    from: request,
  },
  { call: 'HttpParameters|Parameter.get|getValue|getMultipleValues', kind: 'request', from: request },
  { call: 'Request.queryParams|queryParamsValues|queryMap|params|splat|queryParamOrDefault|queryString', kind: 'request', from: request },
  { call: 'Context.pathParam|queryParam|queryParams|formParam|formParams|cookie|bodyAsBytes|uploadedFile', kind: 'request', from: request },
  { call: 'HttpExchange.getRequestURI|getRequestBody|getRequestHeaders', kind: 'request', from: request },
  {
    call: 'HttpServerExchange.getQueryParameters|getPathParameters|getRequestHeaders|getQueryString|getRelativePath',
    kind: 'request',
    from: request,
  },
  { call: 'FullHttpRequest|HttpRequest|DefaultHttpRequest|HttpContent.uri|getUri|content', kind: 'request', from: request },
  { call: 'TextMessage|BytesMessage|ObjectMessage|JmsMessage.getText|readUTF|getObject', kind: 'message', from: 'a message' },
  { call: 'ConsumerRecord.value|key', kind: 'message', from: 'a message' },
  { call: 'Delivery|Envelope.getBody', kind: 'message', from: 'a message' },
  { call: 'ZipEntry|ZipArchiveEntry|ArchiveEntry|TarArchiveEntry|JarEntry|TarEntry.getName', kind: 'archive', from: 'an archive' },
];

export const scriptSources: readonly SourceCall[] = [
  { call: '@request.param|query|text|json|parseBody|formData|arrayBuffer|blob|queries', kind: 'request', from: request },
  { call: '@request.get|header|headers', kind: 'header', from: request },
  { call: '@context.query|param|params', kind: 'request', from: request },
  { call: '@context.get|header', kind: 'header', from: request },
  { call: '@context.cookies.get|@request.cookies.get', kind: 'request', from: 'a cookie' },
  { call: '@form.get|getAll|entries|values', kind: 'request', from: 'the form' },
  { call: 'next/navigation.useSearchParams|useParams', kind: 'client', from: 'the address' },
  { call: 'react-router-dom|react-router.useSearchParams|useParams|useLocation', kind: 'client', from: 'the address' },
  { call: '$location.search|hash|path|url|absUrl', kind: 'client', from: 'the address' },
];

export const scriptMembers: readonly SourceMember[] = [
  {
    of: '@request',
    names: 'query|params|url|originalUrl|path|cookies|signedCookies|files|file|querystring|search|href|parsedUrl|nextUrl|param',
    kind: 'request',
    from: request,
  },
  { of: '@request', names: 'body|rawBody|fields|payload', kind: 'request', from: 'the body of the request' },
  { of: '@request', names: 'headers|rawHeaders|header|host|hostname|ip|ips|origin', kind: 'header', from: request },
  { of: '@context', names: 'query|params|querystring|search|url|originalUrl|path|href|params|state.body', kind: 'request', from: request },
  { of: '@context', names: 'headers|header|host|hostname|ip|origin', kind: 'header', from: request },
  {
    of: '@lambda',
    names: 'body|queryStringParameters|pathParameters|multiValueQueryStringParameters|rawPath|rawQueryString|path|cookies',
    kind: 'request',
    from: request,
  },
  { of: '@lambda', names: 'headers|multiValueHeaders', kind: 'header', from: request },
  // Where nothing stands before the function, whoever starts it writes all of the event.
  { of: '@lambda', names: '*', kind: 'request', from: 'the event' },
  { of: '@message', names: 'data|body', kind: 'client', from: 'a message of another window' },
  { of: '@location', names: 'search|hash|href|query', kind: 'client', from: 'the address' },
  { of: '@document', names: 'URL|documentURI|baseURI|referrer|URLUnencoded', kind: 'client', from: 'the address' },
  { of: '@window', names: 'name', kind: 'client', from: 'the name of the window' },
  { of: '@event', names: 'params|query|url|cookies|searchParams|resolvedUrl', kind: 'request', from: request },
  { of: '@process', names: 'argv', kind: 'arguments', from: 'the command line', role: '@argv' },
  { of: '@archive-entry', names: 'path|entryName|fileName|name', kind: 'archive', from: 'an archive' },
];

/** Properties that are values of a known role themselves. */
export const scriptRoles: ReadonlyMap<string, string> = new Map([
  ['@context.request', '@request'],
  ['@context.req', '@request'],
  ['@context.response', '@response'],
  ['@context.res', '@response'],
  ['@event.request', '@request'],
  ['@event.req', '@request'],
  ['@event.res', '@response'],
  ['@request.res', '@response'],
  ['@response.req', '@request'],
  ['@request.raw', '@request'],
  ['@request.req', '@request'],
  ['@request.request', '@request'],
  ['@window.location', '@location'],
  ['@window.document', '@document'],
  ['@window.window', '@window'],
  ['@window.parent', '@window'],
  ['@window.top', '@window'],
  ['@window.self', '@window'],
  ['@document.location', '@location'],
  ['@document.defaultView', '@window'],
]);

/** Names that are everywhere in a browser. */
export const scriptGlobals: ReadonlyMap<string, string> = new Map([
  ['location', '@location'],
  ['document', '@document'],
  ['window', '@window'],
  ['self', '@window'],
  ['top', '@window'],
  ['globalThis', '@window'],
  ['process', '@process'],
  // Nothing else is called so where nothing binds it.
  ['req', '@request'],
  ['res', '@response'],
]);

/** Types of parameters, and the role that values of them play. */
export const scriptTypes: ReadonlyMap<string, string> = new Map([
  ['Request', '@request'],
  ['ExpressRequest', '@request'],
  ['FastifyRequest', '@request'],
  ['NextApiRequest', '@request'],
  ['NextRequest', '@request'],
  ['IncomingMessage', '@request'],
  ['HonoRequest', '@request'],
  ['AuthenticatedRequest', '@request'],
  ['AuthRequest', '@request'],
  ['Response', '@response'],
  ['ExpressResponse', '@response'],
  ['FastifyReply', '@response'],
  ['NextApiResponse', '@response'],
  ['ServerResponse', '@response'],
  ['ParameterizedContext', '@context'],
  ['APIGatewayProxyEvent', '@lambda'],
  ['APIGatewayProxyEventV2', '@lambda'],
  ['MessageEvent', '@message'],
]);

/** Parameters of a controller's method that a request fills: Spring, JAX-RS, NestJS. */
export const requestAnnotations: ReadonlySet<string> = new Set(
  'RequestParam PathVariable RequestBody RequestHeader CookieValue ModelAttribute MatrixVariable RequestPart RequestAttribute QueryParam PathParam FormParam HeaderParam CookieParam MatrixParam BeanParam FormDataParam QueryValue Body Query Param Headers HostParam UploadedFile UploadedFiles RawBody Cookie Path Header Argument RestQuery RestPath RestForm RestHeader RestCookie DestinationVariable MessageBody'.split(
    ' ',
  ),
);

/** Methods that a request arrives at. */
export const handlerAnnotations: ReadonlySet<string> = new Set(
  'RequestMapping GetMapping PostMapping PutMapping DeleteMapping PatchMapping GET POST PUT DELETE PATCH Get Post Put Delete Patch All MessageMapping QueryMapping MutationMapping SubscriptionMapping SchemaMapping'.split(
    ' ',
  ),
);

/** Methods that a queue or a socket hands what others sent. */
export const listenerAnnotations: ReadonlySet<string> = new Set(
  'KafkaListener RabbitListener RabbitHandler JmsListener SqsListener StreamListener PulsarListener ServiceActivator Incoming OnMessage NatsListener'.split(
    ' ',
  ),
);

/** Parameters of these types are the framework's, or carry no free text. */
export const harmlessTypes =
  /^(int|long|short|byte|double|float|boolean|char|Integer|Long|Short|Byte|Double|Float|Boolean|BigDecimal|BigInteger|UUID|Local\w+|Instant|Date|Zoned\w+|Offset\w+|Duration|Locale|TimeZone|Principal|Authentication|\w*UserDetails|Model|ModelMap|RedirectAttributes|BindingResult|Errors|SessionStatus|Pageable|PageRequest|Sort|UriComponentsBuilder|Http(Servlet)?Response|ServletResponse|HttpSession|HttpMethod|Http(Servlet)?Request|ServletRequest|WebRequest|number|boolean|bigint|Writer|OutputStream|[A-Z]|ModelAndView|\w*Service|\w*Repository|\w*Context|\w*Template|\w*Connection|\w*Client|Connection|Statement|MultipartFile|Part)$/;
