/* The sizes and places of plain structs, which are asserted in the library as well. */
#include <motcua.h>

#define AT(type, field, place) _Static_assert(offsetof(type, field) == (place), #type "." #field)
#define SIZE(type, size) _Static_assert(sizeof(type) == (size), #type)

SIZE(motcua_status, 4);
SIZE(motcua_str, 2 * sizeof(void *));
AT(motcua_str, data, 0);
AT(motcua_str, len, sizeof(void *));
SIZE(motcua_day, 32);
AT(motcua_day, date, 0);
AT(motcua_day, kind, 4);
AT(motcua_day, holiday, 8);
AT(motcua_day, exchanged_for, 12);
AT(motcua_day, certainty, 16);
AT(motcua_day, working, 20);
AT(motcua_day, verified, 24);
AT(motcua_day, open_minutes, 28);
SIZE(motcua_session, 8);
AT(motcua_session, open, 0);
AT(motcua_session, close, 4);
SIZE(motcua_due, 40);
AT(motcua_due, at_local, 0);
AT(motcua_due, legal_end_local, 8);
AT(motcua_due, start_local, 16);
AT(motcua_due, date, 24);
AT(motcua_due, nominal, 28);
AT(motcua_due, certainty, 32);
AT(motcua_due, reserved, 36);
SIZE(motcua_standing, 16);
AT(motcua_standing, state, 0);
AT(motcua_standing, days, 4);
AT(motcua_standing, hours, 8);
AT(motcua_standing, minutes, 12);
SIZE(motcua_evaluation, 64);
AT(motcua_evaluation, received_local, 0);
AT(motcua_evaluation, finished_local, 8);
AT(motcua_evaluation, ended_local, 16);
AT(motcua_evaluation, due_local, 24);
AT(motcua_evaluation, due_date, 32);
AT(motcua_evaluation, certainty, 36);
AT(motcua_evaluation, state, 40);
AT(motcua_evaluation, days, 44);
AT(motcua_evaluation, hours, 48);
AT(motcua_evaluation, minutes, 52);
AT(motcua_evaluation, status, 56);
AT(motcua_evaluation, reserved, 60);
SIZE(motcua_tally, 48);
AT(motcua_tally, received, 0);
AT(motcua_tally, online, 4);
AT(motcua_tally, direct_or_post, 8);
AT(motcua_tally, carried_over, 12);
AT(motcua_tally, solved, 16);
AT(motcua_tally, early, 20);
AT(motcua_tally, on_time, 24);
AT(motcua_tally, late, 28);
AT(motcua_tally, pending, 32);
AT(motcua_tally, in_time, 36);
AT(motcua_tally, overdue, 40);
AT(motcua_tally, ended, 44);
