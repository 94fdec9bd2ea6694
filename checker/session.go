package checker

import (
	"maps"
	"slices"
	"sync"
)

// Session checks documents that change, as those that are open in an editor do,
// and compares them with one another. After each change only the document that
// changed is looked at again, and all are compared. Its methods may be called
// from several goroutines.
type Session struct {
	mu     sync.Mutex
	runner *runner
	slots  map[string]*slot // by name; they are not changed
}

// NewSession returns a session without documents. Of the options Jobs and
// Progress are not used.
func NewSession(opts Options) *Session {
	opts.Across, opts.Progress = true, nil
	return &Session{runner: newRunner(opts), slots: map[string]*slot{}}
}

// Update adds a document, or puts a new state in the place of the one with its
// name. It returns what Run would with Across for all the documents of the session
// in the order of their names: findings in others may come and go.
func (s *Session) Update(in Input) *Result {
	s.mu.Lock()
	defer s.mu.Unlock()
	fresh := new(slot)
	s.runner.document(fresh, in, s.runner.printer())
	s.slots[in.Name] = fresh
	return s.compare()
}

// Remove takes a document out and returns what is found in the others.
func (s *Session) Remove(name string) *Result {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.slots, name)
	return s.compare()
}

// compare compares copies of the slots, for it would use them up.
func (s *Session) compare() *Result {
	slots := make([]*slot, 0, len(s.slots))
	for _, name := range slices.Sorted(maps.Keys(s.slots)) {
		slots = append(slots, s.slots[name].clone())
	}
	s.runner.compareAll(slots)
	return gather(slots)
}

// clone returns a copy whose findings can be changed.
func (s *slot) clone() *slot {
	out := *s
	out.errors, out.raw = slices.Clone(s.errors), slices.Clone(s.raw)
	for i := range out.raw {
		f := &out.raw[i]
		f.Related, f.Fixes = slices.Clone(f.Related), slices.Clone(f.Fixes)
		for j := range f.Fixes {
			f.Fixes[j].Edits = slices.Clone(f.Fixes[j].Edits)
		}
	}
	return &out
}
