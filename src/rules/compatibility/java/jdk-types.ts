/** `Type: its direct supertypes`. Type arguments are handed on in their order. */
const table = `
Object:
String: CharSequence Comparable Serializable Constable
CharSequence:
StringBuilder: CharSequence Appendable Comparable Serializable
StringBuffer: CharSequence Appendable Comparable Serializable
Appendable:
Number: Serializable
Integer: Number Comparable Constable
Long: Number Comparable Constable
Short: Number Comparable Constable
Byte: Number Comparable Constable
Double: Number Comparable Constable
Float: Number Comparable Constable
Character: Comparable Serializable Constable
Boolean: Comparable Serializable Constable
BigInteger: Number Comparable
BigDecimal: Number Comparable
AtomicInteger: Number
AtomicLong: Number
AtomicBoolean: Serializable
AtomicReference: Serializable
Constable:
Void:
Class: Serializable Type GenericDeclaration AnnotatedElement
Type:
ParameterizedType: Type
GenericDeclaration: AnnotatedElement
AnnotatedElement:
AccessibleObject: AnnotatedElement
Executable: AccessibleObject Member GenericDeclaration
Method: Executable
Constructor: Executable
Field: AccessibleObject Member
Member:
Annotation:
ClassLoader:
URLClassLoader: ClassLoader Closeable
Thread: Runnable
Runnable:
Callable:
Cloneable:
Serializable:
Externalizable: Serializable
Comparable:
Comparator:
Iterable:
AutoCloseable:
Closeable: AutoCloseable
Flushable:
Readable:
Enum: Comparable Serializable Constable
Record:
Iterator:
ListIterator: Iterator
Enumeration:
Collection: Iterable
SequencedCollection: Collection
List: SequencedCollection
Set: Collection
SequencedSet: Set SequencedCollection
SortedSet: Set SequencedSet
NavigableSet: SortedSet
Queue: Collection
Deque: Queue SequencedCollection
BlockingQueue: Queue
BlockingDeque: BlockingQueue Deque
TransferQueue: BlockingQueue
AbstractCollection: Collection
AbstractList: AbstractCollection List
AbstractSequentialList: AbstractList
AbstractSet: AbstractCollection Set
AbstractQueue: AbstractCollection Queue
ArrayList: AbstractList List RandomAccess Cloneable Serializable
LinkedList: AbstractSequentialList List Deque Cloneable Serializable
Vector: AbstractList List RandomAccess Cloneable Serializable
Stack: Vector
CopyOnWriteArrayList: List RandomAccess Cloneable Serializable
RandomAccess:
HashSet: AbstractSet Set Cloneable Serializable
LinkedHashSet: HashSet SequencedSet
TreeSet: AbstractSet NavigableSet Cloneable Serializable
EnumSet: AbstractSet Cloneable Serializable
CopyOnWriteArraySet: AbstractSet Serializable
ConcurrentSkipListSet: AbstractSet NavigableSet Cloneable Serializable
ArrayDeque: AbstractCollection Deque Cloneable Serializable
PriorityQueue: AbstractQueue Serializable
ArrayBlockingQueue: AbstractQueue BlockingQueue Serializable
LinkedBlockingQueue: AbstractQueue BlockingQueue Serializable
LinkedBlockingDeque: AbstractQueue BlockingDeque Serializable
PriorityBlockingQueue: AbstractQueue BlockingQueue Serializable
ConcurrentLinkedQueue: AbstractQueue Queue Serializable
ConcurrentLinkedDeque: AbstractCollection Deque Serializable
Map:
SequencedMap: Map
SortedMap: SequencedMap
NavigableMap: SortedMap
ConcurrentMap: Map
ConcurrentNavigableMap: ConcurrentMap NavigableMap
AbstractMap: Map
HashMap: AbstractMap Map Cloneable Serializable
LinkedHashMap: HashMap SequencedMap
TreeMap: AbstractMap NavigableMap Cloneable Serializable
EnumMap: AbstractMap Serializable Cloneable
WeakHashMap: AbstractMap Map
IdentityHashMap: AbstractMap Map Serializable Cloneable
Hashtable: Dictionary Map Cloneable Serializable
Dictionary:
Properties: Hashtable
ConcurrentHashMap: AbstractMap ConcurrentMap Serializable
ConcurrentSkipListMap: AbstractMap ConcurrentNavigableMap Cloneable Serializable
Entry:
Optional:
OptionalInt:
OptionalLong:
OptionalDouble:
BaseStream: AutoCloseable
Stream: BaseStream
IntStream: BaseStream
LongStream: BaseStream
DoubleStream: BaseStream
Collector:
Supplier:
Consumer:
BiConsumer:
Predicate:
BiPredicate:
Function:
BiFunction:
UnaryOperator: Function
BinaryOperator: BiFunction
IntFunction:
IntPredicate:
ToIntFunction:
ToLongFunction:
BooleanSupplier:
IntSupplier:
LongSupplier:
Executor:
ExecutorService: Executor AutoCloseable
ScheduledExecutorService: ExecutorService
ThreadPoolExecutor: ExecutorService
ForkJoinPool: ExecutorService
Future:
RunnableFuture: Runnable Future
FutureTask: RunnableFuture
CompletionStage:
CompletableFuture: Future CompletionStage
Lock:
ReentrantLock: Lock Serializable
InputStream: Closeable
FileInputStream: InputStream
ByteArrayInputStream: InputStream
FilterInputStream: InputStream
BufferedInputStream: FilterInputStream
DataInputStream: FilterInputStream DataInput
ObjectInputStream: InputStream
DataInput:
OutputStream: Closeable Flushable
FileOutputStream: OutputStream
ByteArrayOutputStream: OutputStream
FilterOutputStream: OutputStream
BufferedOutputStream: FilterOutputStream
PrintStream: FilterOutputStream Appendable
DataOutputStream: FilterOutputStream DataOutput
ObjectOutputStream: OutputStream
DataOutput:
Reader: Readable Closeable
BufferedReader: Reader
LineNumberReader: BufferedReader
InputStreamReader: Reader
FileReader: InputStreamReader
StringReader: Reader
Writer: Appendable Closeable Flushable
BufferedWriter: Writer
OutputStreamWriter: Writer
FileWriter: OutputStreamWriter
StringWriter: Writer
PrintWriter: Writer
File: Serializable Comparable
Path: Comparable Iterable Watchable
Watchable:
URL: Serializable
URI: Comparable Serializable
UUID: Comparable Serializable
Charset: Comparable
Locale: Cloneable Serializable
Pattern: Serializable
Random: Serializable
SecureRandom: Random
Currency: Serializable
TimeZone: Serializable Cloneable
Calendar: Serializable Cloneable Comparable
GregorianCalendar: Calendar
Temporal: TemporalAccessor
TemporalAccessor:
TemporalAmount:
Duration: TemporalAmount Comparable Serializable
Period: TemporalAmount Serializable
Instant: Temporal Comparable Serializable
LocalDate: Temporal Comparable Serializable
LocalTime: Temporal Comparable Serializable
LocalDateTime: Temporal Comparable Serializable
ZonedDateTime: Temporal Comparable Serializable
OffsetDateTime: Temporal Comparable Serializable
ZoneId: Serializable
ZoneOffset: ZoneId TemporalAccessor Comparable
Format: Serializable Cloneable
NumberFormat: Format
DecimalFormat: NumberFormat
DateFormat: Format
SimpleDateFormat: DateFormat
MessageFormat: Format
Buffer:
ByteBuffer: Buffer Comparable
CharBuffer: Buffer CharSequence Appendable Readable Comparable
Channel: Closeable
ReadableByteChannel: Channel
WritableByteChannel: Channel
ByteChannel: ReadableByteChannel WritableByteChannel
EventObject: Serializable
EventListener:
Principal:
Connection: AutoCloseable
Statement: AutoCloseable
PreparedStatement: Statement
CallableStatement: PreparedStatement
ResultSet: AutoCloseable
Throwable: Serializable
Exception: Throwable
RuntimeException: Exception
Error: Throwable
AssertionError: Error
LinkageError: Error
NoClassDefFoundError: LinkageError
ExceptionInInitializerError: LinkageError
VirtualMachineError: Error
OutOfMemoryError: VirtualMachineError
StackOverflowError: VirtualMachineError
IllegalArgumentException: RuntimeException
NumberFormatException: IllegalArgumentException
IllegalStateException: RuntimeException
CancellationException: IllegalStateException
UnsupportedOperationException: RuntimeException
NullPointerException: RuntimeException
IndexOutOfBoundsException: RuntimeException
ArrayIndexOutOfBoundsException: IndexOutOfBoundsException
StringIndexOutOfBoundsException: IndexOutOfBoundsException
NoSuchElementException: RuntimeException
InputMismatchException: NoSuchElementException
ConcurrentModificationException: RuntimeException
ClassCastException: RuntimeException
ArithmeticException: RuntimeException
ArrayStoreException: RuntimeException
NegativeArraySizeException: RuntimeException
SecurityException: RuntimeException
UncheckedIOException: RuntimeException
DateTimeException: RuntimeException
DateTimeParseException: DateTimeException
CompletionException: RuntimeException
RejectedExecutionException: RuntimeException
MissingResourceException: RuntimeException
EmptyStackException: RuntimeException
UndeclaredThrowableException: RuntimeException
PatternSyntaxException: IllegalArgumentException
InvalidPathException: IllegalArgumentException
IllegalFormatException: IllegalArgumentException
UnsupportedCharsetException: IllegalArgumentException
BufferOverflowException: RuntimeException
BufferUnderflowException: RuntimeException
TypeNotPresentException: RuntimeException
IOException: Exception
FileNotFoundException: IOException
EOFException: IOException
UnsupportedEncodingException: IOException
MalformedURLException: IOException
UnknownHostException: IOException
SocketException: IOException
ConnectException: SocketException
InterruptedIOException: IOException
SocketTimeoutException: InterruptedIOException
ObjectStreamException: IOException
NotSerializableException: ObjectStreamException
InvalidObjectException: ObjectStreamException
StreamCorruptedException: ObjectStreamException
CharacterCodingException: IOException
FileSystemException: IOException
NoSuchFileException: FileSystemException
AccessDeniedException: FileSystemException
RemoteException: IOException
SSLException: IOException
SQLException: Exception Iterable
SQLTimeoutException: SQLException
BatchUpdateException: SQLException
InterruptedException: Exception
CloneNotSupportedException: Exception
TimeoutException: Exception
ExecutionException: Exception
URISyntaxException: Exception
ParseException: Exception
DataFormatException: Exception
ReflectiveOperationException: Exception
ClassNotFoundException: ReflectiveOperationException
NoSuchMethodException: ReflectiveOperationException
NoSuchFieldException: ReflectiveOperationException
InstantiationException: ReflectiveOperationException
IllegalAccessException: ReflectiveOperationException
InvocationTargetException: ReflectiveOperationException
GeneralSecurityException: Exception
NoSuchAlgorithmException: GeneralSecurityException
KeyException: GeneralSecurityException
InvalidKeyException: KeyException
KeyStoreException: GeneralSecurityException
CertificateException: GeneralSecurityException
JAXBException: Exception
NamingException: Exception
TransformerException: Exception
ParserConfigurationException: Exception
SAXException: Exception
XMLStreamException: Exception
ServletException: Exception
Serial:
`;

const supertypes: ReadonlyMap<string, readonly string[]> = new Map(
  table
    .trim()
    .split('\n')
    .map((line) => {
      const [name = '', parents = ''] = line.split(':', 2);
      return [name, parents.split(' ').filter((each) => each !== '')] as const;
    }),
);

/** The direct supertypes of a common type of the JDK without `Object`; undefined for a name that is not known. */
export function jdkSupertypes(name: string): readonly string[] | undefined {
  return supertypes.get(name);
}

const abstractMethods: ReadonlyMap<string, readonly string[]> = new Map([
  ['Comparable', ['compareTo/1']],
  ['Comparator', ['compare/2']],
  ['Runnable', ['run/0']],
  ['Callable', ['call/0']],
  ['Iterable', ['iterator/0']],
  ['AutoCloseable', ['close/0']],
  ['Closeable', ['close/0']],
  ['Flushable', ['flush/0']],
  ['Supplier', ['get/0']],
  ['Consumer', ['accept/1']],
  ['BiConsumer', ['accept/2']],
  ['Function', ['apply/1']],
  ['BiFunction', ['apply/2']],
  ['UnaryOperator', ['apply/1']],
  ['BinaryOperator', ['apply/2']],
  ['Predicate', ['test/1']],
  ['BiPredicate', ['test/2']],
  ['Iterator', ['hasNext/0', 'next/0']],
  ['Executor', ['execute/1']],
  ['CharSequence', ['length/0', 'charAt/1', 'subSequence/2']],
  ['Externalizable', ['writeExternal/1', 'readExternal/1']],
]);

/** What who implements an interface of the JDK has to write, as `name/parameters`; empty where nothing is known. */
export function jdkAbstractMethods(name: string): readonly string[] {
  return abstractMethods.get(name) ?? [];
}

const javaLang: ReadonlySet<string> = new Set(
  'Object String CharSequence StringBuilder StringBuffer Number Integer Long Short Byte Double Float Character Boolean Void Class ClassLoader Thread Runnable Comparable Cloneable Iterable AutoCloseable Appendable Enum Record Throwable Exception RuntimeException Error'.split(
    ' ',
  ),
);

/** Whether a simple name is that of a type that needs no import. */
export function isOfJavaLang(name: string): boolean {
  return javaLang.has(name);
}
