import { mapsPublishedIds, type LeftOut, type PublishedCase } from './published.ts';

/** What the tools that compare Java libraries publish: roseau and japicmp with their names before their ids, revapi’s ids as they are. */
const tools = {
  roseau: `
    roseau/TYPE_REMOVED roseau/TYPE_NOW_PROTECTED roseau/TYPE_KIND_CHANGED roseau/TYPE_SUPERTYPE_REMOVED
    roseau/TYPE_NOW_SEALED roseau/TYPE_NEW_ABSTRACT_METHOD roseau/CLASS_NOW_ABSTRACT roseau/CLASS_NOW_FINAL
    roseau/CLASS_NOW_CHECKED_EXCEPTION roseau/CLASS_NOW_STATIC roseau/CLASS_NO_LONGER_STATIC
    roseau/CLASS_NO_LONGER_CONCRETELY_EXTENSIBLE roseau/ANNOTATION_TARGET_REMOVED
    roseau/ANNOTATION_NEW_METHOD_WITHOUT_DEFAULT roseau/ANNOTATION_NO_LONGER_REPEATABLE
    roseau/ANNOTATION_METHOD_NO_LONGER_DEFAULT roseau/FIELD_REMOVED roseau/FIELD_NOW_PROTECTED
    roseau/FIELD_TYPE_ERASURE_CHANGED roseau/FIELD_TYPE_CHANGED_INCOMPATIBLE roseau/FIELD_NOW_FINAL
    roseau/FIELD_NOW_STATIC roseau/FIELD_NO_LONGER_STATIC roseau/EXECUTABLE_REMOVED
    roseau/EXECUTABLE_NOW_PROTECTED roseau/EXECUTABLE_NOW_THROWS_CHECKED_EXCEPTION
    roseau/EXECUTABLE_NO_LONGER_THROWS_CHECKED_EXCEPTION roseau/EXECUTABLE_PARAMETER_GENERICS_CHANGED
    roseau/METHOD_NOW_ABSTRACT roseau/METHOD_NOW_FINAL roseau/METHOD_NOW_STATIC
    roseau/METHOD_OVERRIDABLE_NOW_STATIC roseau/METHOD_NO_LONGER_STATIC roseau/METHOD_RETURN_TYPE_ERASURE_CHANGED
    roseau/METHOD_RETURN_TYPE_CHANGED_INCOMPATIBLE roseau/FORMAL_TYPE_PARAMETER_ADDED
    roseau/FORMAL_TYPE_PARAMETER_REMOVED roseau/FORMAL_TYPE_PARAMETER_CHANGED
  `,
  revapi: `
    java.missing.oldClass java.missing.newClass java.missing.oldSuperType java.missing.newSuperType
    java.element.noLongerDeprecated java.element.nowDeprecated java.class.visibilityIncreased
    java.class.visibilityReduced java.class.kindChanged java.class.noLongerFinal java.class.nowFinal
    java.class.noLongerAbstract java.class.nowAbstract java.class.added java.class.removed
    java.class.noLongerImplementsInterface java.class.nowImplementsInterface
    java.class.finalClassInheritsFromNewClass java.class.nonFinalClassInheritsFromNewClass
    java.class.nowCheckedException java.class.noLongerInheritsFromClass java.class.nonPublicPartOfAPI
    java.class.superTypeTypeParametersChanged java.class.externalClassExposedInAPI
    java.class.externalClassNoLongerExposedInAPI java.class.defaultSerializationChanged java.annotation.added
    java.annotation.removed java.annotation.attributeValueChanged java.annotation.attributeAdded
    java.annotation.attributeRemoved java.annotation.noLongerInherited java.annotation.nowInherited
    java.field.addedStaticField java.field.added java.field.removed java.field.movedToSuperClass
    java.field.inheritedNowDeclared java.field.removedWithConstant java.field.constantValueChanged
    java.field.nowConstant java.field.noLongerConstant java.field.nowFinal java.field.noLongerFinal
    java.field.noLongerStatic java.field.nowStatic java.field.typeChanged java.field.serialVersionUIDUnchanged
    java.field.serialVersionUIDChanged java.field.visibilityIncreased java.field.visibilityReduced
    java.field.enumConstantOrderChanged java.method.defaultValueAdded java.method.defaultValueChanged
    java.method.defaultValueRemoved java.method.addedToInterface java.method.defaultMethodAddedToInterface
    java.method.staticMethodAddedToInterface java.method.attributeWithNoDefaultAddedToAnnotationType
    java.method.attributeWithDefaultAddedToAnnotationType java.method.abstractMethodAdded java.method.added
    java.method.finalMethodAddedToNonFinalClass java.method.removed java.method.movedToSuperClass
    java.method.inheritedMovedToClass java.method.attributeRemovedFromAnnotationType java.method.noLongerFinal
    java.method.nowFinal java.method.nowFinalInFinalClass java.method.visibilityIncreased
    java.method.visibilityReduced java.method.returnTypeChanged java.method.returnTypeTypeParametersChanged
    java.method.returnTypeChangedCovariantly java.method.numberOfParametersChanged
    java.method.parameterTypeChanged java.method.parameterTypeParameterChanged java.method.noLongerStatic
    java.method.nowStatic java.method.exception.checkedAdded java.method.exception.runtimeAdded
    java.method.exception.checkedRemoved java.method.exception.runtimeRemoved java.method.noLongerDefault
    java.method.nowDefault java.method.nowAbstract java.method.noLongerAbstract
    java.generics.elementNowParameterized java.generics.formalTypeParameterAdded
    java.generics.formalTypeParameterRemoved java.generics.formalTypeParameterChanged
    java.method.returnTypeErasureChanged java.method.parameterTypeErasureChanged
    java.method.varargOverloadsOnlyDifferInVarargParameter
  `,
  japicmp: `
    japicmp/ANNOTATION_ADDED japicmp/ANNOTATION_DEPRECATED_ADDED japicmp/ANNOTATION_MODIFIED
    japicmp/ANNOTATION_REMOVED japicmp/CLASS_REMOVED japicmp/CLASS_NOW_ABSTRACT japicmp/CLASS_NOW_NOT_EXTENDABLE
    japicmp/CLASS_NO_LONGER_PUBLIC japicmp/CLASS_TYPE_CHANGED japicmp/CLASS_NOW_CHECKED_EXCEPTION
    japicmp/CLASS_LESS_ACCESSIBLE japicmp/CLASS_GENERIC_TEMPLATE_CHANGED
    japicmp/CLASS_GENERIC_TEMPLATE_GENERICS_CHANGED japicmp/SUPERCLASS_REMOVED japicmp/SUPERCLASS_ADDED
    japicmp/SUPERCLASS_MODIFIED_INCOMPATIBLE japicmp/INTERFACE_ADDED japicmp/INTERFACE_REMOVED
    japicmp/METHOD_REMOVED japicmp/METHOD_REMOVED_IN_SUPERCLASS japicmp/METHOD_LESS_ACCESSIBLE
    japicmp/METHOD_LESS_ACCESSIBLE_THAN_IN_SUPERCLASS japicmp/METHOD_IS_STATIC_AND_OVERRIDES_NOT_STATIC
    japicmp/METHOD_RETURN_TYPE_CHANGED japicmp/METHOD_RETURN_TYPE_GENERICS_CHANGED
    japicmp/METHOD_PARAMETER_GENERICS_CHANGED japicmp/METHOD_NOW_ABSTRACT japicmp/METHOD_NOW_FINAL
    japicmp/METHOD_NOW_STATIC japicmp/METHOD_NO_LONGER_STATIC japicmp/METHOD_NOW_VARARGS
    japicmp/METHOD_NO_LONGER_VARARGS japicmp/METHOD_ADDED_TO_INTERFACE japicmp/METHOD_ADDED_TO_PUBLIC_CLASS
    japicmp/METHOD_NOW_THROWS_CHECKED_EXCEPTION japicmp/METHOD_NO_LONGER_THROWS_CHECKED_EXCEPTION
    japicmp/METHOD_ABSTRACT_ADDED_TO_CLASS japicmp/METHOD_ABSTRACT_ADDED_IN_SUPERCLASS
    japicmp/METHOD_ABSTRACT_ADDED_IN_IMPLEMENTED_INTERFACE japicmp/METHOD_DEFAULT_ADDED_IN_IMPLEMENTED_INTERFACE
    japicmp/METHOD_NEW_DEFAULT japicmp/METHOD_NEW_STATIC_ADDED_TO_INTERFACE japicmp/METHOD_MOVED_TO_SUPERCLASS
    japicmp/METHOD_ABSTRACT_NOW_DEFAULT japicmp/METHOD_NON_STATIC_IN_INTERFACE_NOW_STATIC
    japicmp/METHOD_STATIC_IN_INTERFACE_NO_LONGER_STATIC japicmp/FIELD_STATIC_AND_OVERRIDES_STATIC
    japicmp/FIELD_LESS_ACCESSIBLE_THAN_IN_SUPERCLASS japicmp/FIELD_NOW_FINAL japicmp/FIELD_NOW_TRANSIENT
    japicmp/FIELD_NOW_VOLATILE japicmp/FIELD_NOW_STATIC japicmp/FIELD_NO_LONGER_TRANSIENT
    japicmp/FIELD_NO_LONGER_VOLATILE japicmp/FIELD_NO_LONGER_STATIC japicmp/FIELD_TYPE_CHANGED
    japicmp/FIELD_REMOVED japicmp/FIELD_REMOVED_IN_SUPERCLASS japicmp/FIELD_LESS_ACCESSIBLE
    japicmp/FIELD_GENERICS_CHANGED japicmp/CONSTRUCTOR_REMOVED japicmp/CONSTRUCTOR_LESS_ACCESSIBLE
  `,
};

const path = 'src/main/java/a/A.java';
const other = 'src/main/java/a/B.java';
const A = (members: string, head = 'public class A'): string => `${head} { ${members} }`;
const I = (members: string): string => A(members, 'public interface A');

const cases: readonly PublishedCase[] = [
  ['roseau/TYPE_REMOVED java.class.removed japicmp/CLASS_REMOVED', { [path]: 'package a;\npublic class A { }\n' }, {}, ['class-removed']],
  [
    'java.class.visibilityReduced japicmp/CLASS_NO_LONGER_PUBLIC japicmp/CLASS_LESS_ACCESSIBLE',
    A(''),
    'class A { }',
    ['visibility-reduced'],
  ],
  ['roseau/TYPE_NOW_PROTECTED', A('public static class N { }'), A('protected static class N { }'), ['visibility-reduced']],
  ['roseau/TYPE_KIND_CHANGED java.class.kindChanged japicmp/CLASS_TYPE_CHANGED', A(''), I(''), ['type-kind-changed']],
  [
    'roseau/TYPE_SUPERTYPE_REMOVED java.class.noLongerImplementsInterface japicmp/INTERFACE_REMOVED',
    A('', 'public class A implements Runnable'),
    A('', 'public class A'),
    ['type-supertype-removed'],
  ],
  [
    'java.class.noLongerInheritsFromClass japicmp/SUPERCLASS_REMOVED',
    A('', 'public class A extends Thread'),
    A(''),
    ['type-supertype-removed'],
  ],
  [
    'japicmp/SUPERCLASS_MODIFIED_INCOMPATIBLE',
    A('', 'public class A extends Thread'),
    A('', 'public class A extends Exception'),
    ['type-supertype-removed'],
  ],
  [
    'java.class.superTypeTypeParametersChanged',
    A('', 'public class A extends java.util.ArrayList<String>'),
    A('', 'public class A extends java.util.ArrayList<Integer>'),
    ['type-supertype-generics-changed'],
  ],
  [
    'roseau/TYPE_NOW_SEALED',
    A('', 'public abstract class A'),
    'public abstract sealed class A permits B { }\nfinal class B extends A { }',
    ['class-now-sealed'],
  ],
  [
    'roseau/TYPE_NEW_ABSTRACT_METHOD java.method.addedToInterface japicmp/METHOD_ADDED_TO_INTERFACE',
    I(''),
    I('void m();'),
    ['method-added-to-interface'],
  ],
  [
    'java.method.abstractMethodAdded japicmp/METHOD_ABSTRACT_ADDED_TO_CLASS',
    A('', 'public abstract class A'),
    A('public abstract void m();', 'public abstract class A'),
    ['method-abstract-added-to-class'],
  ],
  [
    'japicmp/METHOD_ABSTRACT_ADDED_IN_SUPERCLASS',
    { [path]: 'package a;\npublic abstract class A extends B { }\n', [other]: 'package a;\npublic abstract class B { }\n' },
    {
      [path]: 'package a;\npublic abstract class A extends B { }\n',
      [other]: 'package a;\npublic abstract class B { public abstract void m(); }\n',
    },
    ['method-abstract-added-to-class'],
  ],
  [
    'japicmp/METHOD_ABSTRACT_ADDED_IN_IMPLEMENTED_INTERFACE',
    'public abstract class A implements B { }\ninterface B { }',
    'public abstract class A implements B { }\ninterface B { void m(); }',
    ['method-added-to-interface'],
  ],
  [
    'roseau/CLASS_NOW_ABSTRACT java.class.nowAbstract japicmp/CLASS_NOW_ABSTRACT',
    A('public A() { }'),
    A('public A() { }', 'public abstract class A'),
    ['class-now-abstract'],
  ],
  ['roseau/CLASS_NOW_FINAL java.class.nowFinal', A('public A() { }'), A('public A() { }', 'public final class A'), ['class-now-final']],
  [
    'roseau/CLASS_NO_LONGER_CONCRETELY_EXTENSIBLE japicmp/CLASS_NOW_NOT_EXTENDABLE',
    A('public A() { }'),
    A('private A() { }\n  public static A of() { return new A(); }'),
    ['visibility-reduced'],
  ],
  [
    'roseau/CLASS_NOW_CHECKED_EXCEPTION java.class.nowCheckedException japicmp/CLASS_NOW_CHECKED_EXCEPTION',
    A('', 'public class A extends RuntimeException'),
    A('', 'public class A extends Exception'),
    ['class-now-checked-exception', 'type-supertype-removed'],
  ],
  ['roseau/CLASS_NOW_STATIC', A('public class N { }'), A('public static class N { }'), ['class-now-static']],
  ['roseau/CLASS_NO_LONGER_STATIC', A('public static class N { }'), A('public class N { }'), ['class-no-longer-static']],
  [
    'roseau/ANNOTATION_TARGET_REMOVED',
    '@java.lang.annotation.Target({ java.lang.annotation.ElementType.TYPE, java.lang.annotation.ElementType.METHOD })\npublic @interface A { }',
    '@java.lang.annotation.Target({ java.lang.annotation.ElementType.TYPE })\npublic @interface A { }',
    ['annotation-target-removed'],
  ],
  [
    'roseau/ANNOTATION_NEW_METHOD_WITHOUT_DEFAULT java.method.attributeWithNoDefaultAddedToAnnotationType',
    'public @interface A { }',
    'public @interface A { String m(); }',
    ['annotation-element-added'],
  ],
  [
    'roseau/ANNOTATION_METHOD_NO_LONGER_DEFAULT java.method.defaultValueRemoved',
    'public @interface A { String m() default ""; }',
    'public @interface A { String m(); }',
    ['annotation-element-no-longer-default'],
  ],
  [
    'java.method.defaultValueChanged',
    'public @interface A { int m() default 1; }',
    'public @interface A { int m() default 2; }',
    ['annotation-element-default-changed'],
  ],
  [
    'java.method.attributeRemovedFromAnnotationType',
    'public @interface A { int m() default 1; int n() default 1; }',
    'public @interface A { int n() default 1; }',
    ['method-removed'],
  ],
  [
    'roseau/ANNOTATION_NO_LONGER_REPEATABLE',
    '@java.lang.annotation.Repeatable(As.class)\npublic @interface A { }',
    'public @interface A { }',
    ['annotation-no-longer-repeatable'],
  ],
  [
    'java.annotation.noLongerInherited',
    '@java.lang.annotation.Inherited\npublic @interface A { }',
    'public @interface A { }',
    ['annotation-no-longer-inherited'],
  ],
  ['java.annotation.nowInherited', 'public @interface A { }', '@java.lang.annotation.Inherited\npublic @interface A { }', []],
  [
    'roseau/FIELD_REMOVED java.field.removed japicmp/FIELD_REMOVED',
    A('public int f; public int g;'),
    A('public int g;'),
    ['field-removed'],
  ],
  ['java.field.removedWithConstant', A('public static final int F = 1;'), A(''), ['field-removed']],
  [
    'japicmp/FIELD_REMOVED_IN_SUPERCLASS',
    'public class A extends B { }\nclass B { public int f; }',
    'public class A extends B { }\nclass B { }',
    ['field-removed'],
  ],
  [
    'roseau/FIELD_NOW_PROTECTED java.field.visibilityReduced japicmp/FIELD_LESS_ACCESSIBLE',
    A('public int f;'),
    A('protected int f;'),
    ['visibility-reduced'],
  ],
  [
    'japicmp/FIELD_LESS_ACCESSIBLE_THAN_IN_SUPERCLASS',
    { [path]: 'package a;\npublic class A extends B { }\n', [other]: 'package a;\npublic class B { public int f; }\n' },
    { [path]: 'package a;\npublic class A extends B { int f; }\n', [other]: 'package a;\npublic class B { public int f; }\n' },
    [],
  ],
  [
    'roseau/FIELD_TYPE_ERASURE_CHANGED roseau/FIELD_TYPE_CHANGED_INCOMPATIBLE java.field.typeChanged japicmp/FIELD_TYPE_CHANGED',
    A('public int f;'),
    A('public String f;'),
    ['field-type-changed'],
  ],
  [
    'japicmp/FIELD_GENERICS_CHANGED',
    A('public java.util.List<String> f;'),
    A('public java.util.List<Integer> f;'),
    ['field-generics-changed'],
  ],
  [
    'roseau/FIELD_NOW_FINAL java.field.nowFinal japicmp/FIELD_NOW_FINAL',
    A('public int f = 1;'),
    A('public final int f = 1;'),
    ['field-now-final'],
  ],
  [
    'roseau/FIELD_NOW_STATIC java.field.nowStatic japicmp/FIELD_NOW_STATIC',
    A('public int f;'),
    A('public static int f;'),
    ['field-now-static'],
  ],
  [
    'roseau/FIELD_NO_LONGER_STATIC java.field.noLongerStatic japicmp/FIELD_NO_LONGER_STATIC',
    A('public static int f;'),
    A('public int f;'),
    ['field-no-longer-static'],
  ],
  ['java.field.constantValueChanged', A('public static final int F = 1;'), A('public static final int F = 2;'), ['constant-value-changed']],
  ['java.field.noLongerConstant', A('public static final int F = 1;'), A('public static final int F = Integer.parseInt("1");'), []],
  [
    'java.field.serialVersionUIDChanged java.class.defaultSerializationChanged',
    A('private static final long serialVersionUID = 1L; private int f;', 'public class A implements java.io.Serializable'),
    A('private static final long serialVersionUID = 2L; private int f;', 'public class A implements java.io.Serializable'),
    ['serial-version-uid-changed'],
  ],
  [
    'java.field.serialVersionUIDUnchanged',
    A('private static final long serialVersionUID = 1L; private int f;', 'public class A implements java.io.Serializable'),
    A('private static final long serialVersionUID = 1L; private String f;', 'public class A implements java.io.Serializable'),
    ['serial-field-type-changed'],
  ],
  [
    'roseau/EXECUTABLE_REMOVED java.method.removed japicmp/METHOD_REMOVED',
    A('public void m() { } public void n() { }'),
    A('public void n() { }'),
    ['method-removed'],
  ],
  ['japicmp/CONSTRUCTOR_REMOVED', A('public A() { } public A(int i) { }'), A('public A() { }'), ['constructor-removed']],
  [
    'japicmp/CONSTRUCTOR_LESS_ACCESSIBLE',
    A('public A() { } public A(int i) { }'),
    A('public A() { } A(int i) { }'),
    ['visibility-reduced'],
  ],
  [
    'japicmp/METHOD_REMOVED_IN_SUPERCLASS',
    'public class A extends B { }\nclass B { public void m() { } }',
    'public class A extends B { }\nclass B { }',
    ['method-removed'],
  ],
  [
    'roseau/EXECUTABLE_NOW_PROTECTED java.method.visibilityReduced japicmp/METHOD_LESS_ACCESSIBLE',
    A('public void m() { }'),
    A('protected void m() { }'),
    ['visibility-reduced'],
  ],
  [
    'japicmp/METHOD_LESS_ACCESSIBLE_THAN_IN_SUPERCLASS',
    {
      [path]: 'package a;\npublic class A extends B { @Override public void m() { } }\n',
      [other]: 'package a;\npublic class B { public void m() { } }\n',
    },
    {
      [path]: 'package a;\npublic class A extends B { @Override void m() { } }\n',
      [other]: 'package a;\npublic class B { public void m() { } }\n',
    },
    ['visibility-reduced'],
  ],
  [
    'roseau/EXECUTABLE_NOW_THROWS_CHECKED_EXCEPTION java.method.exception.checkedAdded japicmp/METHOD_NOW_THROWS_CHECKED_EXCEPTION',
    A('public void m() { }'),
    A('public void m() throws java.io.IOException { }'),
    ['method-now-throws-checked-exception'],
  ],
  [
    'roseau/EXECUTABLE_NO_LONGER_THROWS_CHECKED_EXCEPTION java.method.exception.checkedRemoved japicmp/METHOD_NO_LONGER_THROWS_CHECKED_EXCEPTION',
    A('public void m() throws java.io.IOException { }'),
    A('public void m() { }'),
    ['method-no-longer-throws-checked-exception'],
  ],
  [
    'roseau/EXECUTABLE_PARAMETER_GENERICS_CHANGED java.method.parameterTypeParameterChanged japicmp/METHOD_PARAMETER_GENERICS_CHANGED',
    A('public void m(java.util.List<String> l) { }'),
    A('public void m(java.util.List<Integer> l) { }'),
    ['method-parameter-generics-changed'],
  ],
  ['java.method.parameterTypeChanged', A('public void m(int i) { }'), A('public void m(String i) { }'), ['method-parameter-type-changed']],
  [
    'java.method.parameterTypeErasureChanged',
    A('public <T extends Number> void m(T i) { }'),
    A('public <T extends Integer> void m(T i) { }'),
    ['formal-type-parameter-changed'],
  ],
  ['java.method.numberOfParametersChanged', A('public void m() { }'), A('public void m(int i) { }'), ['method-parameter-added']],
  [
    'roseau/METHOD_NOW_ABSTRACT java.method.nowAbstract japicmp/METHOD_NOW_ABSTRACT',
    A('public void m() { }', 'public abstract class A'),
    A('public abstract void m();', 'public abstract class A'),
    ['method-now-abstract'],
  ],
  [
    'roseau/METHOD_NOW_FINAL java.method.nowFinal japicmp/METHOD_NOW_FINAL',
    A('public void m() { }'),
    A('public final void m() { }'),
    ['method-now-final'],
  ],
  [
    'roseau/METHOD_NOW_STATIC roseau/METHOD_OVERRIDABLE_NOW_STATIC java.method.nowStatic japicmp/METHOD_NOW_STATIC',
    A('public void m() { }'),
    A('public static void m() { }'),
    ['method-now-static'],
  ],
  [
    'roseau/METHOD_NO_LONGER_STATIC java.method.noLongerStatic japicmp/METHOD_NO_LONGER_STATIC',
    A('public static void m() { }'),
    A('public void m() { }'),
    ['method-no-longer-static'],
  ],
  ['japicmp/METHOD_NON_STATIC_IN_INTERFACE_NOW_STATIC', I('default void m() { }'), I('static void m() { }'), ['method-now-static']],
  ['japicmp/METHOD_STATIC_IN_INTERFACE_NO_LONGER_STATIC', I('static void m() { }'), I('default void m() { }'), ['method-no-longer-static']],
  [
    'japicmp/METHOD_IS_STATIC_AND_OVERRIDES_NOT_STATIC',
    {
      [path]: 'package a;\npublic class A extends B { @Override public void m() { } }\n',
      [other]: 'package a;\npublic class B { public void m() { } }\n',
    },
    {
      [path]: 'package a;\npublic class A extends B { public static void m() { } }\n',
      [other]: 'package a;\npublic class B { public void m() { } }\n',
    },
    ['method-now-static'],
  ],
  [
    'roseau/METHOD_RETURN_TYPE_ERASURE_CHANGED roseau/METHOD_RETURN_TYPE_CHANGED_INCOMPATIBLE java.method.returnTypeChanged japicmp/METHOD_RETURN_TYPE_CHANGED',
    A('public int m() { return 1; }'),
    A('public String m() { return ""; }'),
    ['method-return-type-changed'],
  ],
  [
    'java.method.returnTypeChangedCovariantly',
    A('public Object m() { return ""; }'),
    A('public String m() { return ""; }'),
    ['method-return-type-changed'],
  ],
  [
    'java.method.returnTypeTypeParametersChanged japicmp/METHOD_RETURN_TYPE_GENERICS_CHANGED',
    A('public java.util.List<String> m() { return null; }'),
    A('public java.util.List<Integer> m() { return null; }'),
    ['method-return-type-generics-changed'],
  ],
  [
    'java.method.returnTypeErasureChanged',
    A('public <T extends Number> T m() { return null; }'),
    A('public <T extends Integer> T m() { return null; }'),
    ['formal-type-parameter-changed'],
  ],
  [
    'roseau/FORMAL_TYPE_PARAMETER_ADDED java.generics.formalTypeParameterAdded japicmp/CLASS_GENERIC_TEMPLATE_CHANGED',
    A('', 'public class A<T>'),
    A('', 'public class A<T, U>'),
    ['formal-type-parameter-added'],
  ],
  ['java.generics.elementNowParameterized', A(''), A('', 'public class A<T>'), []],
  [
    'roseau/FORMAL_TYPE_PARAMETER_REMOVED java.generics.formalTypeParameterRemoved',
    A('', 'public class A<T, U>'),
    A('', 'public class A<T>'),
    ['formal-type-parameter-removed'],
  ],
  [
    'roseau/FORMAL_TYPE_PARAMETER_CHANGED java.generics.formalTypeParameterChanged japicmp/CLASS_GENERIC_TEMPLATE_GENERICS_CHANGED',
    A('', 'public class A<T>'),
    A('', 'public class A<T extends Number>'),
    ['formal-type-parameter-changed'],
  ],
  ['japicmp/METHOD_NOW_VARARGS', A('public void m(String[] s) { }'), A('public void m(String... s) { }'), []],
  [
    'japicmp/METHOD_NO_LONGER_VARARGS',
    A('public void m(String... s) { }'),
    A('public void m(String[] s) { }'),
    ['method-no-longer-varargs'],
  ],
  ['java.method.noLongerDefault', I('default void m() { }'), I('void m();'), ['method-no-longer-default']],
  ['java.method.nowDefault japicmp/METHOD_ABSTRACT_NOW_DEFAULT', I('void m();'), I('default void m() { }'), []],
  ['java.field.enumConstantOrderChanged', A('X, Y', 'public enum A'), A('Y, X', 'public enum A'), []],
  [
    'java.method.varargOverloadsOnlyDifferInVarargParameter',
    A('public void m(String... s) { }'),
    A('public void m(String... s) { } public void m(Integer... i) { }'),
    [],
  ],
];

const leftOut: readonly LeftOut[] = [
  {
    rule: 'compatibility/changed-signature',
    says: 'annotations and deprecations that come or go',
    ids: 'japicmp/ANNOTATION_ADDED japicmp/ANNOTATION_DEPRECATED_ADDED japicmp/ANNOTATION_MODIFIED japicmp/ANNOTATION_REMOVED java.annotation.added java.annotation.removed java.annotation.attributeValueChanged java.annotation.attributeAdded java.annotation.attributeRemoved java.element.noLongerDeprecated java.element.nowDeprecated java.annotation.nowInherited',
  },
  {
    rule: 'compatibility/changed-signature',
    says: '`transient`, `volatile`, `synchronized`',
    ids: 'japicmp/FIELD_NOW_TRANSIENT japicmp/FIELD_NOW_VOLATILE japicmp/FIELD_NO_LONGER_TRANSIENT japicmp/FIELD_NO_LONGER_VOLATILE',
  },
  {
    rule: 'compatibility/changed-signature',
    says: 'members that more can see',
    ids: 'java.class.visibilityIncreased java.field.visibilityIncreased java.method.visibilityIncreased',
  },
  {
    rule: 'compatibility/changed-signature',
    says: 'what is only added',
    ids: 'java.class.added java.class.nowImplementsInterface java.field.addedStaticField java.field.added java.method.defaultMethodAddedToInterface java.method.staticMethodAddedToInterface java.method.attributeWithDefaultAddedToAnnotationType java.method.defaultValueAdded java.method.added java.method.finalMethodAddedToNonFinalClass java.class.finalClassInheritsFromNewClass java.class.nonFinalClassInheritsFromNewClass japicmp/SUPERCLASS_ADDED japicmp/INTERFACE_ADDED japicmp/METHOD_ADDED_TO_PUBLIC_CLASS japicmp/METHOD_DEFAULT_ADDED_IN_IMPLEMENTED_INTERFACE japicmp/METHOD_NEW_DEFAULT japicmp/METHOD_NEW_STATIC_ADDED_TO_INTERFACE',
  },
  {
    rule: 'compatibility/changed-signature',
    says: 'members that move to a supertype, or from it',
    ids: 'java.field.movedToSuperClass java.field.inheritedNowDeclared java.method.movedToSuperClass java.method.inheritedMovedToClass japicmp/METHOD_MOVED_TO_SUPERCLASS',
  },
  {
    rule: 'compatibility/changed-signature',
    says: '`final` and `abstract` where they go, or say nothing new',
    ids: 'java.class.noLongerFinal java.class.noLongerAbstract java.field.noLongerFinal java.method.noLongerFinal java.method.nowFinalInFinalClass java.method.noLongerAbstract',
  },
  {
    rule: 'compatibility/changed-signature',
    says: 'unchecked exceptions',
    ids: 'java.method.exception.runtimeAdded java.method.exception.runtimeRemoved',
  },
  {
    rule: 'compatibility/changed-signature',
    says: 'a method of an interface that gets a body',
    ids: 'java.method.nowDefault japicmp/METHOD_ABSTRACT_NOW_DEFAULT',
  },
  {
    rule: 'compatibility/changed-signature',
    says: 'a type that is generic for the first time',
    ids: 'java.generics.elementNowParameterized',
  },
  {
    rule: 'compatibility/changed-signature',
    says: 'an array that becomes varargs, and overloads that differ in their varargs alone',
    ids: 'japicmp/METHOD_NOW_VARARGS java.method.varargOverloadsOnlyDifferInVarargParameter',
  },
  {
    rule: 'compatibility/changed-signature',
    says: 'a value that becomes a constant, or is worked out at run time from now on',
    ids: 'java.field.nowConstant java.field.noLongerConstant',
  },
  {
    rule: 'compatibility/changed-signature',
    says: 'types of dependencies that show in a signature',
    ids: 'java.missing.oldClass java.missing.newClass java.missing.oldSuperType java.missing.newSuperType java.class.nonPublicPartOfAPI java.class.externalClassExposedInAPI java.class.externalClassNoLongerExposedInAPI',
  },
  {
    rule: 'compatibility/changed-type-hierarchy',
    says: 'fields that hide one of a superclass are left out',
    ids: 'japicmp/FIELD_LESS_ACCESSIBLE_THAN_IN_SUPERCLASS japicmp/FIELD_STATIC_AND_OVERRIDES_STATIC',
  },
  {
    rule: 'compatibility/changed-type-hierarchy',
    says: 'the order of the constants of an enum',
    ids: 'java.field.enumConstantOrderChanged',
  },
];

describe('published ids of changes of a Java API', () => {
  mapsPublishedIds({ path, heading: 'package a;\n', around: {} }, tools, cases, leftOut);
});
