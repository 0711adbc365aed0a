namespace KediriLapor.Persistence.Schedule;

/// <summary>Quartz's own tables, for the migration that brings them.</summary>
internal static class QuartzTables
{
    public static string Create
    {
        get
        {
            using var script = new StreamReader(typeof(QuartzTables).Assembly.GetManifestResourceStream("quartz.sql")!);
            return script.ReadToEnd();
        }
    }

    public const string Drop =
        """
        DROP TABLE qrtz_simple_triggers, qrtz_cron_triggers, qrtz_simprop_triggers, qrtz_blob_triggers, qrtz_triggers, qrtz_job_details,
            qrtz_calendars, qrtz_paused_trigger_grps, qrtz_paused_job_grps, qrtz_fired_triggers, qrtz_scheduler_state, qrtz_locks,
            qrtz_execution_history, qrtz_misfire_history, qrtz_job_status;
        """;
}
