// SPDX-License-Identifier: Apache-2.0

package layers

import (
	"fmt"
	"go/ast"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// finder looks for types of internal packages in what users see.
type finder struct {
	inside func(*types.Package) bool // tells a package that users must not see
	seen   map[types.Type]bool
	found  []string
}

func (f *finder) look(where string, t types.Type) {
	if t == nil || f.seen[t] {
		return
	}
	f.seen[t] = true
	switch t := t.(type) {
	case *types.Alias:
		f.look(where, t.Rhs())
	case *types.Named:
		o := t.Obj()
		if o.Pkg() == nil { // error, comparable
			return
		}
		if f.inside(o.Pkg()) {
			f.found = append(f.found, fmt.Sprintf("%s has %s.%s", where, o.Pkg().Path(), o.Name()))
			return
		}
		for i := range t.TypeArgs().Len() {
			f.look(where, t.TypeArgs().At(i))
		}
		if !strings.HasPrefix(o.Pkg().Path(), module) {
			return
		}
		where = o.Pkg().Name() + "." + o.Name()
		for i := range t.NumMethods() {
			if m := t.Method(i); m.Exported() {
				f.look(where+"."+m.Name(), m.Type())
			}
		}
		f.look(where, t.Underlying())
	case *types.Struct:
		for i := range t.NumFields() {
			if v := t.Field(i); v.Exported() || v.Embedded() {
				f.look(where+"."+v.Name(), v.Type())
			}
		}
	case *types.Interface:
		for i := range t.NumMethods() {
			if m := t.Method(i); m.Exported() {
				f.look(where+"."+m.Name(), m.Type())
			}
		}
		for i := range t.NumEmbeddeds() {
			f.look(where, t.EmbeddedType(i))
		}
	case *types.Signature:
		for i := range t.TypeParams().Len() {
			f.look(where, t.TypeParams().At(i).Constraint())
		}
		f.look(where, t.Params())
		f.look(where, t.Results())
	case *types.Tuple:
		for i := range t.Len() {
			f.look(where, t.At(i).Type())
		}
	case *types.Union:
		for i := range t.Len() {
			f.look(where, t.Term(i).Type())
		}
	case *types.Map:
		f.look(where, t.Key())
		f.look(where, t.Elem())
	case interface{ Elem() types.Type }: // pointer, slice, array, channel
		f.look(where, t.Elem())
	}
}

// leaks returns where the exported names of a package have a type from inside.
func leaks(p *types.Package, inside func(*types.Package) bool) []string {
	f := finder{inside: inside, seen: map[types.Type]bool{}}
	for _, name := range p.Scope().Names() {
		if o := p.Scope().Lookup(name); o.Exported() {
			f.look(p.Name()+"."+name, o.Type())
		}
	}
	return f.found
}

func TestNothingInternalIsPublic(t *testing.T) {
	var public []string
	for _, p := range list(t, "./...") {
		if !strings.Contains(p.ImportPath, "/internal/") && level(p.ImportPath) < level(module+"/cmd") {
			public = append(public, p.ImportPath)
		}
	}
	exports := map[string]string{}
	for _, p := range list(t, append([]string{"-export", "-deps"}, public...)...) {
		exports[p.ImportPath] = p.Export
	}
	im := importer.ForCompiler(token.NewFileSet(), "gc", func(path string) (io.ReadCloser, error) {
		return os.Open(exports[path])
	})
	if len(public) < 2 {
		t.Fatalf("go list shows the public packages %v", public)
	}
	for _, path := range public {
		p, err := im.Import(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range leaks(p, func(p *types.Package) bool { return strings.HasPrefix(p.Path(), module+"/internal/") }) {
			t.Error(l)
		}
		// Were x12 internal, claim837 would leak it everywhere: the search sees.
		if level(path) > level(module+"/x12/rules") && len(leaks(p, func(p *types.Package) bool { return p.Path() == module+"/x12" })) < 5 {
			t.Errorf("the search does not see the types of x12 in %s", path)
		}
	}
}

// What go doc shows of a constant or a variable is its expression: it must not be a
// name of an internal package, which tells a reader nothing.
func TestNoInternalExpressionIsPublic(t *testing.T) {
	checked := 0
	for _, p := range list(t, "./...") {
		if strings.Contains(p.ImportPath+"/", "/internal/") || level(p.ImportPath) >= level(module+"/cmd") {
			continue
		}
		dir := filepath.Join("../..", strings.TrimPrefix(p.ImportPath, module))
		files, err := filepath.Glob(filepath.Join(dir, "*.go"))
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range files {
			if strings.HasSuffix(name, "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
			if err != nil {
				t.Fatal(err)
			}
			checked++
			for _, e := range internalExpressions(f) {
				t.Errorf("%s: %s is made of a name of an internal package", name, e)
			}
		}
	}
	if checked < 100 {
		t.Errorf("%d files", checked)
	}
	const bad = "package p\nimport \"" + module + "/internal/stream\"\nconst A, b = 1, stream.X\nconst (\n\tC = uint8(stream.X)\n\td = stream.X\n)\nvar E, F = 1, stream.Y\n"
	f, err := parser.ParseFile(token.NewFileSet(), "p.go", bad, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := internalExpressions(f); !slices.Equal(got, []string{"C", "F"}) {
		t.Errorf("this test finds %v", got)
	}
}

// internalExpressions returns the exported constants and variables of a file whose
// expressions have a name of an internal package.
func internalExpressions(f *ast.File) (found []string) {
	internal := map[string]bool{}
	for _, i := range f.Imports {
		path := strings.Trim(i.Path.Value, `"`)
		if name := path[strings.LastIndex(path, "/")+1:]; strings.HasPrefix(path, module+"/internal/") {
			if i.Name != nil {
				name = i.Name.Name
			}
			internal[name] = true
		}
	}
	for _, d := range f.Decls {
		g, ok := d.(*ast.GenDecl)
		if !ok {
			continue
		}
		for _, s := range g.Specs {
			v, ok := s.(*ast.ValueSpec)
			if !ok {
				continue
			}
			for i, n := range v.Names {
				if !n.IsExported() || i >= len(v.Values) {
					continue
				}
				ast.Inspect(v.Values[i], func(n ast.Node) bool {
					if sel, ok := n.(*ast.SelectorExpr); ok {
						if x, ok := sel.X.(*ast.Ident); ok && internal[x.Name] {
							found = append(found, v.Names[i].Name)
						}
					}
					return true
				})
			}
		}
	}
	return found
}
