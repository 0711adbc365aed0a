using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class HearOfProgrammes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_notifications_reports_report_id",
                table: "notifications");

            migrationBuilder.RenameColumn(
                name: "report_id",
                table: "outbox",
                newName: "subject_id");

            migrationBuilder.RenameIndex(
                name: "ix_outbox_report_id_sequence_consumer",
                table: "outbox",
                newName: "ix_outbox_subject_id_sequence_consumer");

            migrationBuilder.RenameColumn(
                name: "report_id",
                table: "notifications",
                newName: "subject_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "subject_id",
                table: "outbox",
                newName: "report_id");

            migrationBuilder.RenameIndex(
                name: "ix_outbox_subject_id_sequence_consumer",
                table: "outbox",
                newName: "ix_outbox_report_id_sequence_consumer");

            migrationBuilder.RenameColumn(
                name: "subject_id",
                table: "notifications",
                newName: "report_id");

            migrationBuilder.AddForeignKey(
                name: "fk_notifications_reports_report_id",
                table: "notifications",
                column: "report_id",
                principalTable: "reports",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }
    }
}
