-- A signature under somebody else's comment can be erased by itself.
alter table erasing.erasure
  drop constraint erasure_about_kind_check,
  add constraint erasure_about_kind_check
    check (about_kind in ('person', 'comment', 'claim', 'mail', 'import-row', 'signature'));
