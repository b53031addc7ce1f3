import { looseLibraryOption } from '../../../../src/rules/security/loose-library-option.ts';
import { fileCases } from '../rule-cases.ts';

const method = (parameters: string, ...lines: readonly string[]): string =>
  `import org.apache.commons.net.ftp.FTPClient;\n\nclass Setup {\n  void open(${parameters}) throws Exception {\n${lines.map((line) => `    ${line}\n`).join('')}  }\n}\n`;
const name = 'the name of the other end is not checked, and any valid certificate will do';
const objects = 'whoever sends data chooses which classes are made of it';

describe('security/loose-library-option in Java', () => {
  fileCases(looseLibraryOption, 'src/main/java/Setup.java', [
    [
      'finds mail to any server',
      '',
      method('', 'Email email = new SimpleEmail();', 'email.setSSLOnConnect(true);'),
      [`6 With \`setSSLOnConnect(true)\` ${name}.`],
    ],
    [
      'finds a check that is switched off',
      '',
      method('Properties mail', 'mail.put("mail.smtp.ssl.checkserveridentity", false);'),
      [`5 With \`put("mail.smtp.ssl.checkserveridentity", false)\` ${name}.`],
    ],
    [
      'finds a server whose key is not checked',
      '',
      method('Session session', 'session.setConfig("StrictHostKeyChecking", "no");'),
      ['5 With `setConfig("StrictHostKeyChecking", "no")` any machine is taken for the one that is asked for.'],
    ],
    [
      'finds FTP',
      '',
      method('', 'FTPClient client = new FTPClient();'),
      ['5 With `new FTPClient()` what is sent, passwords too, can be read and changed by everyone on the way.'],
    ],
    [
      'finds trusted packages of any name in a list',
      '',
      method('ActiveMQConnectionFactory factory', 'factory.setTrustedPackages(List.of("*"));'),
      [`5 With \`setTrustedPackages(List.of("*"))\` ${objects}.`],
    ],
    [
      'finds an object of a message',
      '',
      method('ObjectMessage message', 'Object order = message.getObject();'),
      [`5 With \`getObject()\` ${objects}.`],
    ],
    [
      'finds a directory that is asked by nobody',
      '',
      method('Hashtable<String, String> env', 'env.put(Context.SECURITY_AUTHENTICATION, "none");'),
      ['5 With `put(Context.SECURITY_AUTHENTICATION, "none")` the directory does not learn who asks, nor whether a password is right.'],
    ],
    [
      'finds a database without a password',
      '',
      method('String url', 'String password = "";', 'DriverManager.getConnection(url, "app", password);'),
      ['6 With `getConnection(url, "app", password)` whoever reaches the database is let in without a password.'],
    ],
    [
      'finds a small curve',
      '',
      method('', 'new ECGenParameterSpec("secp112r1");'),
      ['5 With `new ECGenParameterSpec("secp112r1")` the curve is too small to keep anybody out.'],
    ],
    [
      'finds software that is named',
      '',
      method('HttpServletResponse response', 'response.setHeader("X-Powered-By", "Acme 1.2");'),
      ['5 With `setHeader("X-Powered-By", "Acme 1.2")` answers name the software behind them.'],
    ],
    [
      'finds one of two mails',
      '',
      method(
        'Email first, Email second',
        'first.setSSLOnConnect(true);',
        'second.setSSLOnConnect(true);',
        'second.setSSLCheckServerIdentity(true);',
      ),
      [`5 With \`setSSLOnConnect(true)\` ${name}.`],
    ],
    [
      'finds an object of a message beside a text',
      '',
      method(
        'Message message',
        'if (message instanceof TextMessage) {',
        '  TextMessage each = (TextMessage) message;',
        '  log.info(each.getText());',
        '} else {',
        '  ObjectMessage each = (ObjectMessage) message;',
        '  keep(each.getObject());',
        '}',
      ),
      [`10 With \`getObject()\` ${objects}.`],
    ],
    [
      'leaves mail to a checked server alone',
      '',
      method('', 'Email email = new SimpleEmail();', 'email.setSSLOnConnect(true);', 'email.setSSLCheckServerIdentity(true);'),
      [],
    ],
    [
      'leaves a socket factory with a check alone',
      '',
      method(
        'Properties mail',
        'mail.put("mail.smtp.socketFactory.class", "javax.net.ssl.SSLSocketFactory");',
        'mail.put("mail.smtp.ssl.checkserveridentity", "true");',
      ),
      [],
    ],
    ['leaves a client of another library alone', '', method('', 'new TelnetClient("localhost");'), []],
    ['leaves a good curve alone', '', method('', 'new ECGenParameterSpec("secp256r1");', 'new ECGenParameterSpec("secp521r1");'), []],
    ['leaves a result set alone', '', method('ResultSet rows', 'Object order = rows.getObject(1);'), []],
    ['leaves a header of a request alone', '', method('HttpRequest request', 'request.setHeader("Server", "eu-1");'), []],
    [
      'leaves a password of the environment alone',
      '',
      method('String url', 'DriverManager.getConnection(url, "app", System.getenv("PASSWORD"));'),
      [],
    ],
    ['leaves an unknown setting alone', '', method('boolean any', 'factory.setTrustAllPackages(any);'), []],
  ]);
});

describe('security/loose-library-option in chains of calls', () => {
  const fixation = (line: number): readonly string[] => [
    `${String(line)} With \`sessionFixation\` of \`none\` the id of the session stays the same when a user signs in: whoever gave it to him is signed in, too.`,
  ];
  fileCases(looseLibraryOption, 'src/main/java/Setup.java', [
    ['finds a session that is kept', '', method('HttpSecurity http', 'http.sessionManagement().sessionFixation().none();'), fixation(5)],
    [
      'finds a session that is kept in the new style',
      '',
      method('HttpSecurity http', 'http.sessionManagement(session -> session.sessionFixation(fixation -> fixation.none()));'),
      fixation(5),
    ],
    [
      'finds a token without a signature',
      '',
      method('String name', 'return Jwts.builder().setSubject(name).compact();'),
      ['5 With no `signWith` a token is made that anybody can make.'],
    ],
    [
      'leaves a session that changes alone',
      '',
      method('HttpSecurity http', 'http.sessionManagement().sessionFixation().migrateSession();'),
      [],
    ],
    [
      'leaves a signed token alone',
      '',
      method(
        'String name, Key key',
        'JwtBuilder token = Jwts.builder().setSubject(name);',
        'token.signWith(key);',
        'return token.compact();',
      ),
      [],
    ],
    ['leaves none of something else alone', '', method('Style style', 'style.display().none();'), []],
  ]);
});
