// SPDX-License-Identifier: Apache-2.0

// Package misuse tests that a package does not panic, whatever it is given.
package misuse

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"path/filepath"
	"reflect"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"
)

// API is what a package exports.
type API struct {
	Funcs []any // every exported function; one instance of a generic one
	Types []any // a nil pointer to every exported type that is no interface
	Given []any // of these, those of which only the package makes values: views and steps
}

// Check calls every exported function and method of the package in the current
// directory with zero and with simple arguments: methods on the zero value and on
// what the functions return, nil or not, each of them three times. None may
// panic. It fails, too, when an exported name is not in the list.
func Check(t *testing.T, api API) {
	m := caller{t: t, told: map[string]bool{}}
	public := exported(t)
	t.Chdir(t.TempDir()) // some functions write the file that they are given
	names := map[string]bool{}
	for _, f := range api.Funcs {
		v := reflect.ValueOf(f)
		name := funcName(v)
		names[name] = true
		for _, simple := range []bool{false, true} {
			for _, out := range m.call(name, v, simple) {
				m.methods(name+"().", out)
			}
		}
	}
	for _, p := range api.Types {
		typ := reflect.TypeOf(p).Elem()
		name, _, _ := strings.Cut(typ.Name(), "[")
		names[name] = true
		if !slices.Contains(api.Given, p) {
			m.methods("zero "+name+".", reflect.New(typ))
		}
	}
	for _, name := range public {
		if !names[name] {
			t.Errorf("%s is exported and not in the list", name)
		}
	}
}

// caller calls, and tells of each place that panics once.
type caller struct {
	t    *testing.T
	told map[string]bool
}

// methods calls the methods of a value in their order, and all of them again.
func (m caller) methods(prefix string, v reflect.Value) {
	if v.Kind() == reflect.Interface {
		v = v.Elem()
	}
	if !v.IsValid() {
		return
	}
	isNil := v.Kind() == reflect.Pointer && v.IsNil()
	for _, simple := range []bool{false, true, false} {
		for i := range v.NumMethod() {
			method := v.Type().Method(i)
			if isNil {
				if _, byValue := v.Type().Elem().MethodByName(method.Name); byValue {
					continue // the language panics before the method is called
				}
			}
			m.call(prefix+method.Name, v.Method(i), simple)
		}
	}
}

// call calls a function, and ranges twice over the sequences that it returns.
func (m caller) call(name string, f reflect.Value, simple bool) (out []reflect.Value) {
	defer func() {
		if r := recover(); r != nil {
			if at := site(debug.Stack()); !m.told[at] {
				m.told[at] = true
				m.t.Errorf("%s panics: %v\n%s", name, r, at)
			}
		}
	}()
	typ := f.Type()
	args := make([]reflect.Value, typ.NumIn())
	for i := range args {
		args[i] = reflect.Zero(typ.In(i))
		if simple {
			args[i] = something(typ.In(i))
		}
	}
	if typ.IsVariadic() {
		out = f.CallSlice(args)
	} else {
		out = f.Call(args)
	}
	for _, v := range out {
		if v.Kind() == reflect.Func && !v.IsNil() && (v.Type().CanSeq() || v.Type().CanSeq2()) {
			for range 2 {
				v.Call([]reflect.Value{something(v.Type().In(0))})
			}
		}
	}
	return out
}

// something is a value that is not zero, as far as that is simple.
func something(t reflect.Type) reflect.Value {
	for _, v := range []any{io.Discard, strings.NewReader("hello"), context.Background()} {
		if t.Kind() == reflect.Interface && t.NumMethod() > 0 && reflect.TypeOf(v).Implements(t) {
			return reflect.ValueOf(v)
		}
	}
	v := reflect.New(t).Elem()
	switch t.Kind() {
	case reflect.String:
		v.SetString("1")
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		v.SetInt(1)
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		v.SetUint(1)
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Pointer:
		v.Set(reflect.New(t.Elem()))
	case reflect.Slice:
		v.Set(reflect.Append(v, something(t.Elem())))
	case reflect.Func:
		return reflect.MakeFunc(t, func([]reflect.Value) (out []reflect.Value) {
			for i := range t.NumOut() {
				if o := t.Out(i); o.Kind() == reflect.Bool {
					out = append(out, something(o))
				} else {
					out = append(out, reflect.Zero(o))
				}
			}
			return out
		})
	}
	return v
}

// funcName is the name of a function without its package.
func funcName(f reflect.Value) string {
	name := runtime.FuncForPC(f.Pointer()).Name()
	name = name[strings.LastIndexByte(name, '/')+1:]
	_, name, _ = strings.Cut(name, ".")
	name, _, _ = strings.Cut(name, "[")
	return name
}

// site is where in the module it panicked, below the call by reflection.
func site(stack []byte) string {
	_, s, _ := strings.Cut(string(stack), "panic(")
	var lines []string
	for line := range strings.Lines(s) {
		if strings.HasPrefix(line, "\t") && !strings.Contains(line, "/internal/misuse/") && !strings.Contains(line, "_test.go") && !strings.Contains(line, "/src/") && len(lines) < 3 {
			lines = append(lines, strings.TrimRight(line, "\n"))
		}
	}
	return strings.Join(lines, "\n")
}

// exported lists the functions and the types of the package that are exported,
// without interfaces and other names of types.
func exported(t *testing.T) (names []string) {
	t.Helper()
	files, err := filepath.Glob("*.go")
	if err != nil || len(files) == 0 {
		t.Fatal(len(files), " files, ", err)
	}
	for _, path := range files {
		if strings.HasSuffix(path, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range file.Decls {
			switch d := d.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.IsExported() {
					names = append(names, d.Name.Name)
				}
			case *ast.GenDecl:
				for _, s := range d.Specs {
					if s, ok := s.(*ast.TypeSpec); ok && s.Name.IsExported() && !s.Assign.IsValid() {
						if _, is := s.Type.(*ast.InterfaceType); !is {
							names = append(names, s.Name.Name)
						}
					}
				}
			}
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
