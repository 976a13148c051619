// Generated from contracts/medvault.clar by scripts/generate.ts. Edits are lost.

/** The Clarity version that the contract is deployed as. */
export const clarityVersion = 4

/** The contract itself: what is deployed is what this client was generated from. */
export const contractSource = `;; title: medvault
;; version: 1.0.0
;; summary: Who may draw how much from which medical record, and who decided it.
;; description:
;; The vault keeps a record's terms, never its content: a category, a volume, the physician who answers
;; for it, and the privileges that physician has granted. Its mechanisms:
;;
;;   1. A record is created by its physician and stays theirs: physician, category, volume and height of
;;      creation never change, and no record is ever deleted. Ids count from u1 without a gap.
;;   2. Data is drawn in volumes. All draws on a record together never exceed its data volume.
;;   3. A privilege bounds the sum of what one staff member draws under it, not each single draw. A new
;;      grant opens a new allowance and starts the usage again at zero.
;;   4. Taking access away is never suspended: a revocation works in maintenance and on archived records.
;;   5. An archived record stays archived, and nothing is drawn from it.
;;   6. In maintenance, which only the Chief Medical Officer can switch, nothing is created, drawn, granted
;;      or archived.
;;   7. Every effect prints one event. The events alone rebuild every map.
;;
;; It assumes that:
;;
;;   - the account that deploys it is the Chief Medical Officer, for good;
;;   - who acts is the contract-caller. A direct call acts as its signer. A call that passes through another
;;     contract acts as that contract, so nobody's name can be borrowed by a contract they happen to call,
;;     and a contract wallet can be a physician;
;;   - categories and volumes are public, as everything on a chain is. They must not name a patient.
;;
;; A public function's checks are listed in their order: the first that fails answers, and nothing changes.

;; constants

(define-constant ERR_CMO_ONLY (err u100))
(define-constant ERR_RECORD_NOT_FOUND (err u101))
(define-constant ERR_INSUFFICIENT_CLEARANCE (err u102))
(define-constant ERR_INVALID_DATA_SIZE (err u103))
(define-constant ERR_RECORD_DUPLICATE (err u104))
(define-constant ERR_UNAUTHORIZED_ACCESS (err u105))
(define-constant ERR_SYSTEM_MAINTENANCE (err u106))
(define-constant ERR_CATEGORY_TOO_LONG (err u107))
(define-constant ERR_RECORD_INACTIVE (err u108))

(define-constant CHIEF_MEDICAL_OFFICER tx-sender)
(define-constant MAX_UINT u340282366920938463463374607431768211455)

;; data vars

(define-data-var total-records uint u0)
(define-data-var system-maintenance bool false)

;; data maps

(define-map medical-records uint {
  physician: principal,
  record-category: (string-ascii 64),
  data-volume: uint,
  accessed-volume: uint,
  created-at: uint,
  active-record: bool,
})

(define-map physician-stats principal { record-count: uint, total-data-managed: uint })

;; Revoking deletes the entry: where one stands, can-access is true.
(define-map access-privileges
  { record-id: uint, medical-staff: principal }
  { can-access: bool, access-limit: uint })

;; Volume drawn under the present grant. An entry stands exactly as long as the privilege does.
(define-map staff-usage { record-id: uint, medical-staff: principal } uint)

;; public functions

;; Creates a record; the caller becomes its physician, for good.
;; Who may call: anybody.
;; Checks: u106 in maintenance; u103 the volume is 0, or the physician's total would overflow; u107 the
;; category is longer than 64 characters; u104 the id is taken, which cannot happen.
;; Returns the new record's id.
(define-public (create-medical-record (record-category (string-ascii 128)) (data-volume uint))
  (let (
      (physician contract-caller)
      (record-id (+ (var-get total-records) u1))
      (stats (get-physician-stats physician))
      (managed (get total-data-managed stats)))
    (asserts! (not (var-get system-maintenance)) ERR_SYSTEM_MAINTENANCE)
    ;; A sum could overflow and panic; what is left below the largest uint cannot.
    (asserts! (and (> data-volume u0) (<= data-volume (- MAX_UINT managed))) ERR_INVALID_DATA_SIZE)
    ;; The argument is wider than what is stored, so that a long category is refused by name.
    (let ((category (unwrap! (as-max-len? record-category u64) ERR_CATEGORY_TOO_LONG)))
      (asserts!
        (map-insert medical-records record-id {
          physician: physician,
          record-category: category,
          data-volume: data-volume,
          accessed-volume: u0,
          created-at: stacks-block-height,
          active-record: true,
        })
        ERR_RECORD_DUPLICATE)
      (map-set physician-stats physician {
        record-count: (+ (get record-count stats) u1),
        total-data-managed: (+ managed data-volume),
      })
      (var-set total-records record-id)
      (print {
        event: "medical-record-created",
        record-id: record-id,
        physician: physician,
        record-category: category,
        data-volume: data-volume,
        created-at: stacks-block-height,
      })
      (ok record-id))))

;; Draws a volume from a record.
;; Who may call: the record's physician, and staff whose allowance on it is not used up.
;; Checks: u106 in maintenance; u103 the volume is 0; u101 no such record; u108 archived; u102 more than the
;; record still holds; u105 neither its physician nor privileged, or more than the allowance still holds.
;; Returns true.
(define-public (access-medical-data (record-id uint) (access-volume uint))
  (let (
      (accessor contract-caller)
      (draw (try! (assess-draw record-id accessor access-volume)))
      (record (get record draw))
      (usage (get usage draw)))
    (map-set medical-records record-id record)
    ;; The physician has no usage to keep.
    (and
      (not (is-eq accessor (get physician record)))
      (map-set staff-usage { record-id: record-id, medical-staff: accessor } usage))
    (print {
      event: "medical-data-accessed",
      record-id: record-id,
      accessor: accessor,
      access-volume: access-volume,
      accessed-volume: (get accessed-volume record),
      data-volume: (get data-volume record),
      staff-usage: usage,
    })
    (ok true)))

;; Grants a staff member an allowance on a record. A grant over a standing one replaces it: the limit is the
;; new one, and the usage starts again at 0.
;; Who may call: the record's physician.
;; Checks: u106 in maintenance; u101 no such record; u105 not its physician; u108 archived; u103 the limit
;; is 0. Returns true.
(define-public (grant-medical-access (record-id uint) (medical-staff principal) (access-limit uint))
  (begin
    (asserts! (not (var-get system-maintenance)) ERR_SYSTEM_MAINTENANCE)
    (let (
        (record (try! (get-own-record record-id contract-caller)))
        (pair { record-id: record-id, medical-staff: medical-staff }))
      (asserts! (get active-record record) ERR_RECORD_INACTIVE)
      (asserts! (> access-limit u0) ERR_INVALID_DATA_SIZE)
      (map-set access-privileges pair { can-access: true, access-limit: access-limit })
      (map-set staff-usage pair u0)
      (print {
        event: "medical-access-granted",
        record-id: record-id,
        physician: (get physician record),
        medical-staff: medical-staff,
        access-limit: access-limit,
      })
      (ok true))))

;; Takes a staff member's privilege away, with its usage. Works in maintenance and on archived records.
;; Revoking what was never granted is no error; it changes and prints nothing.
;; Who may call: the record's physician.
;; Checks: u101 no such record; u105 not its physician. Returns true.
(define-public (revoke-medical-access (record-id uint) (medical-staff principal))
  (let (
      (record (try! (get-own-record record-id contract-caller)))
      (pair { record-id: record-id, medical-staff: medical-staff }))
    ;; An answer, not a refusal: there is no privilege, so there is nothing to take away.
    (asserts! (map-delete access-privileges pair) (ok true))
    (map-delete staff-usage pair)
    (print {
      event: "medical-access-revoked",
      record-id: record-id,
      physician: (get physician record),
      medical-staff: medical-staff,
    })
    (ok true)))

;; Archives a record, for good: from now on nothing is drawn from it or granted on it.
;; Who may call: the record's physician.
;; Checks: u106 in maintenance; u101 no such record; u105 not its physician; u108 already archived.
;; Returns true.
(define-public (archive-record (record-id uint))
  (begin
    (asserts! (not (var-get system-maintenance)) ERR_SYSTEM_MAINTENANCE)
    (let ((record (try! (get-own-record record-id contract-caller))))
      (asserts! (get active-record record) ERR_RECORD_INACTIVE)
      (map-set medical-records record-id (merge record { active-record: false }))
      (print { event: "record-archived", record-id: record-id, physician: (get physician record) })
      (ok true))))

;; Suspends creating, drawing, granting and archiving. Prints only when this changes something.
;; Who may call: the Chief Medical Officer.
;; Checks: u100 not the Chief Medical Officer. Returns true.
(define-public (enable-maintenance)
  (begin
    (asserts! (is-chief-medical-officer contract-caller) ERR_CMO_ONLY)
    ;; An answer, not a refusal: it is so already.
    (asserts! (not (var-get system-maintenance)) (ok true))
    (var-set system-maintenance true)
    (print { event: "maintenance-enabled", chief-medical-officer: CHIEF_MEDICAL_OFFICER })
    (ok true)))

;; Ends the maintenance. Prints only when this changes something.
;; Who may call: the Chief Medical Officer.
;; Checks: u100 not the Chief Medical Officer. Returns true.
(define-public (disable-maintenance)
  (begin
    (asserts! (is-chief-medical-officer contract-caller) ERR_CMO_ONLY)
    ;; An answer, not a refusal: it is so already.
    (asserts! (var-get system-maintenance) (ok true))
    (var-set system-maintenance false)
    (print { event: "maintenance-disabled", chief-medical-officer: CHIEF_MEDICAL_OFFICER })
    (ok true)))

;; read only functions

;; A record's terms, or none.
(define-read-only (get-medical-record (record-id uint))
  (map-get? medical-records record-id))

;; A page of records in one call, in the order asked; none where an id is unknown.
(define-read-only (get-medical-records (record-ids (list 25 uint)))
  (map get-medical-record record-ids))

;; How many records a physician has and the sum of their volumes; zeros for whoever has none.
(define-read-only (get-physician-stats (physician principal))
  (default-to { record-count: u0, total-data-managed: u0 } (map-get? physician-stats physician)))

;; How many records there are, which is also the newest record's id.
(define-read-only (get-total-records)
  (var-get total-records))

(define-read-only (is-system-maintenance)
  (var-get system-maintenance))

;; A staff member's privilege on a record, or none.
(define-read-only (get-access-privilege (record-id uint) (medical-staff principal))
  (map-get? access-privileges { record-id: record-id, medical-staff: medical-staff }))

;; What a staff member has drawn from a record under the present grant.
(define-read-only (get-staff-usage (record-id uint) (medical-staff principal))
  (default-to u0 (map-get? staff-usage { record-id: record-id, medical-staff: medical-staff })))

(define-read-only (is-chief-medical-officer (user principal))
  (is-eq user CHIEF_MEDICAL_OFFICER))

(define-read-only (get-chief-medical-officer)
  CHIEF_MEDICAL_OFFICER)

;; What access-medical-data would answer to that caller now, without drawing anything.
(define-read-only (check-medical-access (record-id uint) (medical-staff principal) (access-volume uint))
  (begin
    (try! (assess-draw record-id medical-staff access-volume))
    (ok true)))

;; private functions

;; A record, for its physician only.
(define-private (get-own-record (record-id uint) (caller principal))
  (let ((record (unwrap! (map-get? medical-records record-id) ERR_RECORD_NOT_FOUND)))
    (asserts! (is-eq caller (get physician record)) ERR_UNAUTHORIZED_ACCESS)
    (ok record)))

;; The record and the accessor's usage as they would stand after a draw, or the first check that fails.
;; It changes nothing: drawing and asking whether one may draw both go through here, so they cannot disagree.
(define-private (assess-draw (record-id uint) (accessor principal) (access-volume uint))
  (begin
    (asserts! (not (var-get system-maintenance)) ERR_SYSTEM_MAINTENANCE)
    (asserts! (> access-volume u0) ERR_INVALID_DATA_SIZE)
    (let (
        (record (unwrap! (map-get? medical-records record-id) ERR_RECORD_NOT_FOUND))
        (accessed (get accessed-volume record)))
      (asserts! (get active-record record) ERR_RECORD_INACTIVE)
      ;; What was drawn never exceeds the volume, so the rest cannot underflow; a sum could overflow.
      (asserts! (<= access-volume (- (get data-volume record) accessed)) ERR_INSUFFICIENT_CLEARANCE)
      (ok {
        usage: (try! (assess-usage record-id (get physician record) accessor access-volume)),
        record: (merge record { accessed-volume: (+ accessed access-volume) }),
      }))))

;; The accessor's usage as it would stand after a draw, or u105. The physician needs no privilege and has no
;; usage, even with a privilege granted to themselves.
(define-private (assess-usage
    (record-id uint) (physician principal) (accessor principal) (access-volume uint))
  (if (is-eq accessor physician)
    (ok u0)
    (let (
        (privilege (unwrap! (get-access-privilege record-id accessor) ERR_UNAUTHORIZED_ACCESS))
        (usage (get-staff-usage record-id accessor)))
      (asserts! (get can-access privilege) ERR_UNAUTHORIZED_ACCESS)
      ;; Usage never exceeds the limit while the privilege stands, so the rest cannot underflow.
      (asserts! (<= access-volume (- (get access-limit privilege) usage)) ERR_UNAUTHORIZED_ACCESS)
      (ok (+ usage access-volume)))))
`
