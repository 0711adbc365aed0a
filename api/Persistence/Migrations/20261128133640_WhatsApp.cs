using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace KediriLapor.Persistence.Migrations
{
    /// <inheritdoc />
    public partial class WhatsApp : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<byte[]>(
                name: "phone_index",
                table: "reporter_contacts",
                type: "bytea",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "phone_index_keys",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_phone_index_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "whatsapp_conversations",
                columns: table => new
                {
                    person = table.Column<byte[]>(type: "bytea", nullable: false),
                    phone = table.Column<byte[]>(type: "bytea", nullable: true),
                    heard_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stopped_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    draft = table.Column<byte[]>(type: "bytea", nullable: true),
                    draft_due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    report_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_said = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    last_said_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_whatsapp_conversations", x => x.person);
                    table.ForeignKey(
                        name: "fk_whatsapp_conversations_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "whatsapp_inbox",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    event_hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    person = table.Column<byte[]>(type: "bytea", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: true),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    failure = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_whatsapp_inbox", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "whatsapp_messages",
                columns: table => new
                {
                    id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    person = table.Column<byte[]>(type: "bytea", nullable: false),
                    notification_id = table.Column<Guid>(type: "uuid", nullable: true),
                    report_id = table.Column<Guid>(type: "uuid", nullable: true),
                    @sealed = table.Column<byte[]>(name: "sealed", type: "bytea", nullable: true),
                    sent_as = table.Column<byte[]>(type: "bytea", nullable: true),
                    state = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    state_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    last_error = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_whatsapp_messages", x => x.id);
                    table.ForeignKey(
                        name: "fk_whatsapp_messages_reports_report_id",
                        column: x => x.report_id,
                        principalTable: "reports",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_reporter_contacts_phone_index",
                table: "reporter_contacts",
                column: "phone_index",
                filter: "phone_index IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_whatsapp_conversations_draft_due_at",
                table: "whatsapp_conversations",
                column: "draft_due_at",
                filter: "draft_due_at IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "ix_whatsapp_conversations_report_id",
                table: "whatsapp_conversations",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_whatsapp_inbox_done_at",
                table: "whatsapp_inbox",
                column: "done_at");

            migrationBuilder.CreateIndex(
                name: "ix_whatsapp_inbox_due",
                table: "whatsapp_inbox",
                columns: new[] { "due_at", "id" },
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_whatsapp_inbox_event_hash",
                table: "whatsapp_inbox",
                column: "event_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_whatsapp_inbox_order",
                table: "whatsapp_inbox",
                columns: new[] { "person", "at", "id" },
                filter: "done_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_whatsapp_messages_due",
                table: "whatsapp_messages",
                columns: new[] { "due_at", "id" },
                filter: "state = 'Pending'");

            migrationBuilder.CreateIndex(
                name: "ix_whatsapp_messages_person_id",
                table: "whatsapp_messages",
                columns: new[] { "person", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_whatsapp_messages_report_id",
                table: "whatsapp_messages",
                column: "report_id");

            migrationBuilder.CreateIndex(
                name: "ix_whatsapp_messages_sent_as",
                table: "whatsapp_messages",
                column: "sent_as",
                unique: true);

            // a matrix that an admin has edited was offered all that was shipped until now: what is not in it, was left silent
            migrationBuilder.Sql(
                """
                INSERT INTO seeded_rows (kind, key)
                SELECT 'notification_rule', key FROM unnest(ARRAY[
                    'Received.Reporter.Email', 'Asked.Reporter.Email', 'Planned.Reporter.Email', 'Resolved.Reporter.Email', 'Closed.Reporter.Email',
                    'Rejected.Reporter.Email', 'NotOurs.Reporter.Email', 'Withdrawn.Reporter.Email', 'Reopened.Reporter.Email', 'Noted.Reporter.Email',
                    'Received.Verifiers.Email', 'Returned.Verifiers.Email', 'Routed.Officers.Email', 'Answered.Officers.Email', 'Reopened.Officers.Email',
                    'Withdrawn.Officers.Email', 'Escalated.Officers.Email', 'Escalated.Head.Email', 'Escalated.Verifiers.Email', 'Escalated.Overseer.Email',
                    'Escalated.Inspectorate.Email', 'Digest.Officers.Email', 'Digest.Head.Email', 'Routed.Reporter.Push', 'Asked.Reporter.Push', 'Started.Reporter.Push',
                    'Planned.Reporter.Push', 'Resolved.Reporter.Push', 'Closed.Reporter.Push', 'Rejected.Reporter.Push', 'NotOurs.Reporter.Push',
                    'Withdrawn.Reporter.Push', 'Reopened.Reporter.Push', 'Noted.Reporter.Push', 'Planned.Followers.Push', 'Resolved.Followers.Push',
                    'Closed.Followers.Push', 'Rejected.Followers.Push', 'NotOurs.Followers.Push', 'Withdrawn.Followers.Push', 'Reopened.Followers.Push'
                ]) key
                WHERE EXISTS (SELECT 1 FROM notification_matrix WHERE version > 1)
                ON CONFLICT DO NOTHING;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "phone_index_keys");

            migrationBuilder.DropTable(
                name: "whatsapp_conversations");

            migrationBuilder.DropTable(
                name: "whatsapp_inbox");

            migrationBuilder.DropTable(
                name: "whatsapp_messages");

            migrationBuilder.DropIndex(
                name: "ix_reporter_contacts_phone_index",
                table: "reporter_contacts");

            migrationBuilder.DropColumn(
                name: "phone_index",
                table: "reporter_contacts");
        }
    }
}
