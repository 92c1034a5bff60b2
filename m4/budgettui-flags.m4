dnl Compiler and linker flags of the project, each used when the compiler takes it.

dnl BT_TRY_FLAG(VARIABLE, FLAG): append FLAG to VARIABLE when a program compiles and links with it.
AC_DEFUN([BT_TRY_FLAG], [
  AS_VAR_PUSHDEF([cache], [bt_cv_flag_$2])
  AC_CACHE_CHECK([whether $CC takes $2], [cache], [
    bt_save_CFLAGS=$CFLAGS
    CFLAGS="$CFLAGS -Werror $2"
    AC_LINK_IFELSE([AC_LANG_PROGRAM([], [])],
      [AS_VAR_SET([cache], [yes])], [AS_VAR_SET([cache], [no])])
    CFLAGS=$bt_save_CFLAGS])
  AS_VAR_IF([cache], [yes], [AS_VAR_APPEND([$1], [" $2"])])
  AS_VAR_POPDEF([cache])
])

AC_DEFUN([BT_COMPILER_FLAGS], [
  BT_CFLAGS=
  BT_LDFLAGS=
  BT_TRY_FLAG([BT_CFLAGS], [-std=c11])
  m4_foreach_w([bt_flag],
    [-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wstrict-prototypes -Wmissing-prototypes -Wvla],
    [BT_TRY_FLAG([BT_CFLAGS], bt_flag)])
  AS_IF([test "x$enable_werror" = xyes], [AS_VAR_APPEND([BT_CFLAGS], [" -Werror"])])

  AS_IF([test "x$enable_asan" = xyes],
    [BT_TRY_FLAG([bt_sanitize], [-fsanitize=address,undefined])
     AS_IF([test "x$bt_sanitize" = x],
       [AC_MSG_ERROR([--enable-asan: $CC has no -fsanitize=address,undefined])])
     dnl What "undefined" does not hold: gcc has the first two, clang all of them.
     m4_foreach_w([bt_group],
       [float-divide-by-zero float-cast-overflow implicit-conversion local-bounds nullability],
       [BT_TRY_FLAG([bt_sanitize], [-fsanitize=]bt_group)])
     BT_CFLAGS="$BT_CFLAGS$bt_sanitize -fno-sanitize-recover=all -fno-omit-frame-pointer"
     BT_LDFLAGS="$BT_LDFLAGS$bt_sanitize"
     AS_IF([test "x$BT_DEFAULT_CFLAGS" = xyes], [CFLAGS="-g -O1"])],
    [AS_CASE([" $CFLAGS"],
       [*-O@<:@123s@:>@*],
       [BT_TRY_FLAG([BT_CFLAGS], [-U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=2])])])
  AS_IF([test "x$enable_fuzz" = xyes],
    [BT_TRY_FLAG([bt_fuzz], [-fsanitize=fuzzer-no-link])
     AS_IF([test "x$bt_fuzz" = x],
       [AC_MSG_ERROR([--enable-fuzz: $CC has no -fsanitize=fuzzer; try CC=clang])])
     BT_CFLAGS="$BT_CFLAGS$bt_fuzz"
     dnl Watching every comparison takes more time than the program itself and helps little where
     dnl what is read is text: words that are looked for are seen by strcmp and memcmp as well.
     BT_TRY_FLAG([BT_CFLAGS], [-fno-sanitize-coverage=trace-cmp])
     AS_IF([test "x$BT_DEFAULT_CFLAGS" = xyes], [CFLAGS="-g -O2"])])

  BT_TRY_FLAG([BT_CFLAGS], [-fstack-protector-strong])
  BT_TRY_FLAG([BT_CFLAGS], [-fPIE])
  BT_TRY_FLAG([BT_LDFLAGS], [-pie])
  BT_TRY_FLAG([BT_LDFLAGS], [-Wl,-z,relro])
  BT_TRY_FLAG([BT_LDFLAGS], [-Wl,-z,now])
  AC_SUBST([BT_CFLAGS])
  AC_SUBST([BT_LDFLAGS])
])
