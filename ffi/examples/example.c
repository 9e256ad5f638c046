#include <motcua.h>
#include <stdio.h>

int main(void) {
    motcua_calendar *calendar;
    motcua_due due; /* of 10 working days from 09:00 on 19 August 2026 */
    if (motcua_abi_version() != MOTCUA_ABI_VERSION) return 1;
    if (motcua_calendar_new_vietnam(&calendar) != MOTCUA_OK) return 1;
    if (motcua_appointment(calendar, NULL, 20684 * INT64_C(86400) + 9 * 3600, 10 * 1000,
                           MOTCUA_UNIT_WORKING_DAY, &due) != MOTCUA_OK) return 1;
    printf("due %d days and %d hours after 1970\n", (int)due.date, (int)(due.at_local / 3600 % 24));
    motcua_calendar_free(calendar);
    return 0;
}
